package org.redress.notification.outbox;

import jakarta.mail.internet.MimeMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.notification.outbox.Outbox.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends what waits in the outbox, many mails over one connection. */
@Component
class OutboxSender {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
  private static final int BATCH = 100;

  private final Outbox outbox;
  private final Letters letters;
  private final Delivery delivery;
  private final TransactionTemplate transaction;
  private final JavaMailSender mail;

  OutboxSender(
      Outbox outbox,
      Letters letters,
      Delivery delivery,
      PlatformTransactionManager transactions,
      JavaMailSender mail) {
    this.outbox = outbox;
    this.letters = letters;
    this.delivery = delivery;
    this.transaction = new TransactionTemplate(transactions);
    this.mail = mail;
  }

  @Scheduled(fixedDelayString = "${redress.notification.look:500ms}")
  void look() {
    try {
      while (sendBatch() == BATCH) {
        LOG.debug("A full batch of mails was sent; looking for more");
      }
    } catch (RuntimeException e) {
      LOG.error("The outbox cannot be worked on; trying again", e);
    }
  }

  private int sendBatch() {
    var size =
        transaction.execute(
            status -> {
              var waiting = outbox.claim(BATCH);
              if (waiting.isEmpty()) {
                status.setRollbackOnly();
              } else {
                send(waiting);
              }
              return waiting.size();
            });
    return size == null ? 0 : size;
  }

  private void send(List<Waiting> waiting) {
    var failures = deliver(waiting);
    delivery.sent(waiting.stream().filter(w -> !failures.containsKey(w)).toList());
    failures.forEach(delivery::failed);
  }

  /** Hands all mails to the server and says which it did not take, and why. */
  private Map<Waiting, Exception> deliver(List<Waiting> waiting) {
    var byMessage = new HashMap<Object, Waiting>();
    var failures = new HashMap<Waiting, Exception>();
    var companions = letters.companions(waiting);
    for (var w : waiting) {
      try {
        byMessage.put(letters.write(mail.createMimeMessage(), w, companions.get(w)), w);
      } catch (MailException unwritable) {
        failures.put(w, unwritable);
      }
    }
    try {
      mail.send(byMessage.keySet().toArray(MimeMessage[]::new));
    } catch (MailSendException some) {
      some.getFailedMessages().forEach((message, e) -> failures.put(byMessage.get(message), e));
      if (some.getFailedMessages().isEmpty()) {
        byMessage.values().forEach(w -> failures.put(w, some));
      }
    } catch (MailException none) {
      byMessage.values().forEach(w -> failures.put(w, none));
    }
    return failures;
  }
}
