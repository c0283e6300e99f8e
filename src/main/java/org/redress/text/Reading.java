package org.redress.text;

import java.util.ArrayList;
import java.util.List;

/** A text as it is read, and how each place of it is written. */
public final class Reading {

  /** Stands between what is written and what it is read as. */
  public static final String READ_AS = " → ";

  /** A replaced place: where it is in the reading, and where it was in the text. */
  private record Place(int begin, int end, int from, int to) {}

  private final String written;
  private final StringBuilder read = new StringBuilder();
  private final List<Place> places = new ArrayList<>();
  private int done;

  Reading(String written) {
    this.written = written;
  }

  /** Replaces a place; those that overlap an earlier one stay as they are. */
  void replace(int from, int to, String word) {
    if (from >= done) {
      read.append(written, done, from);
      places.add(new Place(read.length(), read.length() + word.length(), from, to));
      read.append(word);
      done = to;
    }
  }

  Reading end() {
    read.append(written, done, written.length());
    done = written.length();
    return this;
  }

  /** The text as it is read. */
  public String text() {
    return read.toString();
  }

  /** A place of it; where that is written otherwise, both: "refnud → refund". */
  public String words(int begin, int end) {
    var words = read.substring(begin, end);
    return places.stream().anyMatch(place -> place.begin < end && place.end > begin)
        ? written.substring(written(begin, false), written(end, true)) + READ_AS + words
        : words;
  }

  /** Where a place of the reading is in the text; at the rim of a replaced word, its own rim. */
  private int written(int at, boolean end) {
    int shift = 0;
    for (var place : places) {
      if (place.end <= at) {
        shift = place.to - place.end;
      } else if (place.begin < at) {
        return end ? place.to : place.from;
      }
    }
    return at + shift;
  }
}
