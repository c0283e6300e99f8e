package org.redress.intake.machine;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.redress.complaint.IncomingComplaint;
import org.redress.storage.Instants;
import org.redress.text.Text;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Holds back the mails of a sender who writes more than people do, so that two programs never
 * answer each other for ever. Counts what was taken in by all nodes, in one round trip a batch.
 */
@Component
public class Brake {

  private static final Text REASON =
      new Text(
          "%s sent more than %d mails within %d minutes: further ones wait here, so that programs do"
              + " not answer each other. Look at them; if people wrote them, try them again.",
          "%1$s 在 %3$d 分钟内发来了超过 %2$d 封邮件：为防止程序之间互相回复，后续邮件在此等候。请查看；如系人工所写，请重新处理。");

  private final JdbcClient jdbc;
  private final BrakeSettings settings;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Brake(JdbcClient jdbc, BrakeSettings settings, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.events = events;
    this.clock = clock;
  }

  /** A sender's mails are held back from now on; told once, inside the same transaction. */
  public record SenderHeld(String address, int most, long minutes, Instant at) {}

  /** Those of the mails whose senders may send no more for now; told apart by identity. */
  public Set<IncomingComplaint> tooMany(Collection<IncomingComplaint> mails) {
    var senders = new HashSet<String>();
    mails.forEach(mail -> senders.add(address(mail)));
    senders.remove("");
    if (senders.isEmpty()) {
      return Set.of();
    }
    var counts = taken(senders);
    var held = Collections.<IncomingComplaint>newSetFromMap(new IdentityHashMap<>());
    var addresses = new HashSet<String>();
    for (var mail : mails) {
      var sender = address(mail);
      if (!sender.isEmpty() && counts.merge(sender, 1, Integer::sum) > settings.most()) {
        held.add(mail);
        addresses.add(sender);
      }
    }
    addresses.forEach(this::hold);
    return held;
  }

  /** What the failure desk says of such a mail. */
  public Text reason(IncomingComplaint mail) {
    return REASON.formatted(address(mail), settings.most(), settings.within().toMinutes());
  }

  private static String address(IncomingComplaint mail) {
    var email = mail.sender().email();
    return email == null ? "" : email.toLowerCase(Locale.ROOT);
  }

  private Map<String, Integer> taken(Set<String> senders) {
    var counts = new HashMap<String, Integer>();
    jdbc.sql(
            """
            select cu.email as sender, count(*) as taken from customer cu
            join complaint c on c.customer_id = cu.id and c.received_at > :since
            where cu.email in (:senders) group by cu.email
            union all
            select m.author, count(*) from message m
            where m.author in (:senders) and m.at > :since and m.direction = 'in' group by m.author
            """)
        .param("senders", senders)
        .param("since", Instants.bind(clock.instant().minus(settings.within())))
        .query(
            row -> {
              counts.merge(row.getString("sender"), row.getInt("taken"), Integer::sum);
            });
    return counts;
  }

  /** Tells people when it begins, not of every mail. */
  private void hold(String address) {
    var now = clock.instant();
    var quiet = now.minus(settings.within());
    var last =
        jdbc.sql("select last_at from held_sender where address = :address for update")
            .param("address", address)
            .query((row, number) -> Instants.readPresent(row, "last_at"))
            .optional();
    if (last.isEmpty()) {
      jdbc.sql("insert into held_sender (address, since, last_at) values (?, ?, ?)")
          .params(List.of(address, Instants.bind(now), Instants.bind(now)))
          .update();
    } else {
      jdbc.sql("update held_sender set last_at = :now where address = :address")
          .param("now", Instants.bind(now))
          .param("address", address)
          .update();
    }
    if (last.isEmpty() || last.get().isBefore(quiet)) {
      events.publishEvent(
          new SenderHeld(address, settings.most(), settings.within().toMinutes(), now));
    }
  }
}
