package org.redress.complaint.scan;

import java.util.List;
import java.util.Optional;
import org.redress.complaint.Attachment.State;
import org.redress.complaint.store.Contents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Scans what could not be scanned when it came. */
@Component
class Rescan {

  private static final Logger LOG = LoggerFactory.getLogger(Rescan.class);
  private static final int AT_ONCE = 100;

  private final VirusScanner scanner;
  private final Contents contents;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  Rescan(
      VirusScanner scanner,
      Contents contents,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events) {
    this.scanner = scanner;
    this.contents = contents;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.events = events;
  }

  @Scheduled(fixedDelayString = "${redress.virus-scanner.look:30s}")
  void look() {
    try {
      for (var hash : scanner.isOn() ? waiting() : List.<String>of()) {
        // Only an infected content is ever deleted.
        var found = contents.find(hash).map(scanner::look).orElse(Optional.of(State.INFECTED));
        found.ifPresent(state -> transaction.executeWithoutResult(status -> settle(hash, state)));
        if (scanner.trouble().isPresent()) {
          return;
        }
      }
    } catch (RuntimeException e) {
      LOG.error("Files cannot be scanned; trying again", e);
    }
  }

  private List<String> waiting() {
    return jdbc.sql(
            "select distinct hash from attachment where state = 'unscanned' order by hash limit :most")
        .param("most", AT_ONCE)
        .query(String.class)
        .list();
  }

  long waitingFiles() {
    return jdbc.sql("select count(*) from attachment where state = 'unscanned'")
        .query(Long.class)
        .single();
  }

  private void settle(String hash, State found) {
    if (found == State.KEPT) {
      jdbc.sql("update attachment set state = 'kept' where hash = ? and state = 'unscanned'")
          .params(hash)
          .update();
      return;
    }
    var files =
        jdbc.sql("select source_id, name from attachment where hash = ? order by id")
            .params(hash)
            .query(InfectionFound.File.class)
            .list();
    jdbc.sql("update attachment set state = 'infected', hash = null where hash = ?")
        .params(hash)
        .update();
    contents.delete(hash);
    events.publishEvent(new InfectionFound(files));
  }
}
