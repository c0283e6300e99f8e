package org.redress.understanding.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.redress.text.NormalText;

/**
 * Groups texts that say the same with few changes, such as letters written from one template. Held
 * back together, they cannot make a model look better than it is.
 */
final class Duplicates {

  private static final Pattern NO_LETTERS = Pattern.compile("xx+|\\P{L}+");
  private static final int RUN = 16;
  private static final int SKETCH = 24;
  private static final int LONGEST = 20_000;

  private final int[] parents;

  private Duplicates(int texts) {
    parents = new int[texts];
    for (int i = 0; i < texts; i++) {
      parents[i] = i;
    }
  }

  /** By text, the number of its group; the same for texts that are nearly the same. */
  static int[] groups(List<String> texts) {
    var groups = new Duplicates(texts.size());
    var byHash = new HashMap<Integer, List<Integer>>();
    var sizes = new int[texts.size()];
    for (int i = 0; i < texts.size(); i++) {
      var sketch = sketch(texts.get(i));
      sizes[i] = sketch.size();
      var shared = new HashMap<Integer, Integer>();
      for (int hash : sketch) {
        var same = byHash.computeIfAbsent(hash, h -> new ArrayList<>());
        same.forEach(other -> shared.merge(other, 1, Integer::sum));
        if (same.size() < SKETCH) { // what many share is found through those
          same.add(i);
        }
      }
      for (var other : shared.entrySet()) {
        if (other.getValue() * 2 >= Math.min(sizes[i], sizes[other.getKey()])) {
          groups.parents[groups.root(i)] = groups.root(other.getKey());
        }
      }
    }
    for (int i = 0; i < texts.size(); i++) {
      groups.parents[i] = groups.root(i);
    }
    return groups.parents;
  }

  private int root(int text) {
    int root = text;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  /** The least hashes of all runs of letters: texts that share many of them are much alike. */
  private static TreeSet<Integer> sketch(String text) {
    var letters =
        NO_LETTERS
            .matcher(NormalText.of(text.substring(0, Math.min(text.length(), LONGEST))))
            .replaceAll("");
    var sketch = new TreeSet<Integer>();
    int runs = Math.max(1, letters.length() - RUN + 1);
    for (int from = 0; from < runs; from++) {
      int hash = letters.substring(from, Math.min(letters.length(), from + RUN)).hashCode();
      hash = (hash ^ hash >>> 15) * 0x85EBCA6B;
      sketch.add(hash ^ hash >>> 13);
      if (sketch.size() > SKETCH) {
        sketch.pollLast();
      }
    }
    return sketch;
  }
}
