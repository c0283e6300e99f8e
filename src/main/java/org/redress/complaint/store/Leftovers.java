package org.redress.complaint.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.redress.storage.Instants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Contents of files that were taken away. Another file may have the same content, or somebody may
 * be storing it right now; so a content waits for a day, and goes when no file has it then.
 */
@Component
public class Leftovers {

  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
  private static final Duration KEPT = Duration.ofDays(1);

  private final Contents contents;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Leftovers(
      Contents contents, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.contents = contents;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  private record Released(String hash, boolean used) {}

  /** A file with this content goes. */
  public void release(String hash) {
    jdbc.sql("update attachment_content set released_at = ? where hash = ?")
        .params(Instants.bind(clock.instant()), hash)
        .update();
  }

  @Scheduled(fixedDelay = 3_600_000)
  void sweep() {
    try {
      var before = clock.instant().minus(KEPT);
      while (Boolean.TRUE.equals(transaction.execute(status -> settleOne(before)))) {
        LOG.debug("A content that was released is settled; looking for more");
      }
    } catch (RuntimeException e) {
      LOG.warn("Files that nobody has any longer cannot be deleted; trying again in an hour", e);
    }
  }

  /** The row stays locked until its content is gone, so that nobody takes it back meanwhile. */
  private boolean settleOne(Instant before) {
    var released =
        jdbc.sql(
                """
                select c.hash, exists (select 1 from attachment a where a.hash = c.hash) as used
                from attachment_content c where c.released_at < ?
                order by c.released_at limit 1 for update skip locked
                """)
            .param(Instants.bind(before))
            .query(Released.class)
            .optional();
    released.ifPresent(
        content -> {
          if (content.used()) {
            contents.takeBack(content.hash());
          } else {
            contents.delete(content.hash());
          }
        });
    return released.isPresent();
  }
}
