package org.redress.fuzz;

/** A way in that is given damaged messages, one after the other. */
interface Door extends AutoCloseable {

  /** The channels whose figures tell what was received. */
  String channels();

  /** The last message, to be told in a failure. */
  String shown();

  /**
   * Sends the next damaged message.
   *
   * @return whether it was received, or told plainly to its sender as not received
   * @throws Exception when the service did anything else
   */
  Told next() throws Exception;

  /** What a sender was told. */
  enum Told {
    RECEIVED,
    REFUSED,
    EMPTY
  }
}
