package org.redress.complaint;

import java.util.Locale;

/**
 * A file that came with a complaint, or what is left to say of one that was not taken.
 *
 * @param name as the sender called it, without folders
 * @param type the media type found from the content, not the one claimed
 * @param size in bytes, as it was sent
 * @param content nothing when it was not taken
 */
public record Attachment(String name, String type, long size, byte[] content, State state) {

  /** Whether a file is there, and if not, why. */
  public enum State {
    /** It is there. */
    KEPT,
    /** It is there, and nobody gets it before it is scanned for viruses. */
    UNSCANNED,
    /** Larger than this site takes. */
    TOO_LARGE,
    /** More came with one message than this site takes. */
    TOO_MANY,
    /** Of a kind that this site does not take. */
    NOT_ALLOWED,
    /** A virus was found in it. */
    INFECTED;

    /** As the database and programs write it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its content is stored. */
    public boolean isStored() {
      return this == KEPT || this == UNSCANNED;
    }
  }

  /** A file that is taken. */
  public static Attachment kept(String name, String type, byte[] content) {
    return new Attachment(name, type, content.length, content, State.KEPT);
  }

  /** The same file once something else is known of it; its content goes when it is not taken. */
  public Attachment as(State other) {
    return new Attachment(name, type, size, other.isStored() ? content : new byte[0], other);
  }
}
