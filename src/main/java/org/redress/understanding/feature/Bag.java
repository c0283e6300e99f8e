package org.redress.understanding.feature;

import java.util.Arrays;

/**
 * The features of one text, each with how often it occurs and where it stands first. Primitive
 * throughout, because every complaint is counted this way.
 */
public final class Bag {

  /** The sorts of features; each has as much to say as the others, however many there are. */
  public enum Kind {
    /** A word, two neighbouring words, some neighbouring Chinese characters. */
    WORDS,
    /** A part of a word, or a single Chinese character. */
    PART,
    /** A phrase of the vocabulary that the model was given. */
    PHRASE,
    /** Two Chinese characters with one or two others between. */
    APART;

    private static final int MASK = 3;

    /** The number of a feature of this kind. */
    int key(int hash) {
      return hash & ~MASK | ordinal();
    }
  }

  private static final Kind[] KINDS = Kind.values();
  private static final int FEATURES_OF_A_CHARACTER = 6;

  private final String text;
  private int[] keys;
  private int[] counts;
  private int[] begins;
  private int[] ends;
  private int[] slots;
  private int size;

  Bag(String text) {
    this.text = text;
    int slots = Integer.highestOneBit(text.length() * FEATURES_OF_A_CHARACTER + 1) * 2;
    this.keys = new int[slots];
    this.counts = new int[slots];
    this.begins = new int[slots];
    this.ends = new int[slots];
    this.slots = new int[slots >> 1];
  }

  /** What sort of feature this is. */
  public static Kind kind(int key) {
    return KINDS[key & Kind.MASK];
  }

  void add(int key, int begin, int end) {
    if (size == slots.length) {
      grow();
    }
    int slot = slot(keys, counts, key);
    if (counts[slot]++ == 0) {
      keys[slot] = key;
      begins[slot] = begin;
      ends[slot] = end;
      slots[size++] = slot;
    }
  }

  private static int slot(int[] keys, int[] counts, int key) {
    int mask = keys.length - 1;
    int slot = (key * 0x9E3779B9 >>> 7) & mask;
    while (counts[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    var oldKeys = keys;
    var oldCounts = counts;
    var oldBegins = begins;
    var oldEnds = ends;
    var oldSlots = slots;
    keys = new int[oldKeys.length * 4];
    counts = new int[keys.length];
    begins = new int[keys.length];
    ends = new int[keys.length];
    slots = Arrays.copyOf(slots, keys.length >> 1);
    for (int i = 0; i < size; i++) {
      int old = oldSlots[i];
      int slot = slot(keys, counts, oldKeys[old]);
      keys[slot] = oldKeys[old];
      counts[slot] = oldCounts[old];
      begins[slot] = oldBegins[old];
      ends[slot] = oldEnds[old];
      slots[i] = slot;
    }
  }

  /** How many different features there are; they are numbered from 0 in the order of the text. */
  public int size() {
    return size;
  }

  /** The number by which a model knows a feature. */
  public int key(int feature) {
    return keys[slots[feature]];
  }

  /** How often a feature occurs, at least once. */
  public int count(int feature) {
    return counts[slots[feature]];
  }

  /** Where in the text a feature stands first, as one number for beginning and end. */
  public long place(int feature) {
    return (long) begins[slots[feature]] << Integer.SIZE | ends[slots[feature]];
  }

  /** How many characters a place holds. */
  public int length(long place) {
    return (int) place - (int) (place >> Integer.SIZE);
  }

  /** The words of the text in a place. */
  public String words(long place) {
    return text.substring((int) (place >> Integer.SIZE), (int) place);
  }
}
