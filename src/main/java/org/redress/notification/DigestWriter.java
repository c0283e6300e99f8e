package org.redress.notification;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.redress.notification.Digests.Line;
import org.redress.notification.LadderNotices.StaffMail;
import org.redress.notification.outbox.Outbox;
import org.redress.notification.outbox.Outbox.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends what was gathered for a person as one mail. */
@Component
class DigestWriter {

  private static final Logger LOG = LoggerFactory.getLogger(DigestWriter.class);

  /** Who reads more than this in a mail? The queue shows the rest. */
  private static final int MOST_LINES = 100;

  private final Digests digests;
  private final Outbox outbox;
  private final StaffMail mail;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DigestWriter(
      Digests digests,
      Outbox outbox,
      StaffMail mail,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.digests = digests;
    this.outbox = outbox;
    this.mail = mail;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "2s")
  void look() {
    try {
      for (var user : digests.ready(clock.instant())) {
        transaction.executeWithoutResult(status -> write(user));
      }
    } catch (RuntimeException e) {
      LOG.error("Digests of deadlines cannot be written; trying again", e);
    }
  }

  private void write(String user) {
    var lines = digests.take(user);
    if (lines.isEmpty()) {
      return;
    }
    var labels = mail.labels();
    var language = labels.staffLanguage();
    var values =
        Map.of(
            "count",
            String.valueOf(lines.size()),
            "lines",
            text(lines, language),
            "link",
            labels.queueUrl());
    var words = mail.texts().render("deadline_digest", language, values);
    var step = user + " " + clock.instant().toEpochMilli();
    outbox.add(
        List.of(
            new Notice(
                Notice.NO_TICKET,
                "digest",
                "deadline_digest",
                step,
                labels.mail(user),
                words.subject(),
                words.body())));
  }

  private String text(List<Line> lines, String language) {
    var listed =
        lines.stream()
            .limit(MOST_LINES)
            .map(line -> line(line, language))
            .collect(Collectors.joining("\n"));
    return lines.size() > MOST_LINES ? listed + "\n… +" + (lines.size() - MOST_LINES) : listed;
  }

  private String line(Line line, String language) {
    return "%s  %s  %s  %s"
        .formatted(
            line.ticket(),
            mail.names().of(line.obligation()).in(language),
            mail.labels().time(line.dueAt(), language),
            line.subject());
  }
}
