package org.redress.storage;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers that no other node hands out. They come from the database in blocks, so a batch of rows
 * needs no round trip for its ids; what a stopped node has left of its block stays unused.
 */
@Component
public class Ids {

  private final Block ids;
  private final Block ticketNumbers;

  Ids(JdbcClient jdbc) {
    this.ids = new Block(jdbc, "ids", 1000);
    this.ticketNumbers = new Block(jdbc, "ticket_numbers", 100);
  }

  /** The next id for a row of any table. */
  public long next() {
    return ids.next();
  }

  /** The next ticket number, for instance {@code RD-100001}. */
  public String nextTicketNumber() {
    return "RD-" + ticketNumbers.next();
  }

  /** A sequence whose increment is {@code size}: each value fetched stands for that many. */
  private static class Block {

    private final JdbcClient jdbc;
    private final String sequence;
    private final int size;
    private long next;
    private long end;

    Block(JdbcClient jdbc, String sequence, int size) {
      this.jdbc = jdbc;
      this.sequence = sequence;
      this.size = size;
    }

    synchronized long next() {
      if (next == end) {
        next = jdbc.sql("select nextval('" + sequence + "')").query(Long.class).single();
        end = next + size;
      }
      return next++;
    }
  }
}
