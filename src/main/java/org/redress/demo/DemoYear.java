package org.redress.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import org.redress.access.Staff;
import org.redress.access.Staff.Member;
import org.redress.complaint.Complaint;
import org.redress.complaint.IncomingComplaint;
import org.redress.decision.Case;
import org.redress.decision.Decision;
import org.redress.demo.cast.Arrivals;
import org.redress.demo.cast.Arrivals.Arrival;
import org.redress.demo.cast.Mishap;
import org.redress.demo.cast.People;
import org.redress.demo.cast.People.Someone;
import org.redress.demo.cast.Phrases;
import org.redress.ticket.History;
import org.redress.ticket.TicketStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** A year of complaints up to now, written in batches so that memory stays small. */
final class DemoYear {

  private static final int BATCH = 1000;
  private static final int HALF = 50;
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final Duration PICKED_UP = Duration.ofMinutes(40);

  private final Site site;
  private final Map<String, Phrases> phrases;
  private final ZoneId zone;
  private final Parts parts;
  private final People people;
  private final TransactionTemplate transaction;
  private int turn;

  /** Who does what. */
  record Parts(
      Course course, Clockwork clockwork, Gifts gifts, Writing writing, Aftermath aftermath) {}

  DemoYear(Site site) {
    this.site = site;
    this.zone = site.settings().timeZone();
    this.phrases = Map.of("en", Phrases.read("en"), "zh", Phrases.read("zh"));
    this.people = new People(site.ids(), phrases);
    this.parts = site.parts(phrases);
    this.transaction = new TransactionTemplate(site.storage().transactions());
  }

  /** A complaint that arrived, before it is decided. */
  private record Arrived(
      Someone who, Arrival arrival, Complaint complaint, Case seen, SplittableRandom chance) {}

  private record Decided(Arrived arrived, Decision decision) {}

  /**
   * Makes it.
   *
   * @param progress told how many tickets there are so far
   * @return how many rows were written
   */
  long make(int tickets, long seed, Instant now, LongConsumer progress) {
    var chance = new SplittableRandom(seed);
    var arrivals = new Arrivals(tickets, now, zone);
    var sheets = new Sheets(site.storage().jdbc(), site.records());
    var batch = new ArrayList<Arrived>();
    var made = 0L;
    for (var day : arrivals.days()) {
      for (var arrival : arrivals.of(day, chance)) {
        batch.add(arrived(arrival, chance.split()));
        if (batch.size() == BATCH) {
          write(batch, now, sheets);
          progress.accept(made += BATCH);
        }
      }
    }
    write(batch, now, sheets);
    parts.aftermath().end(now, sheets);
    Mishap.ALL.forEach(mishap -> parts.writing().write(mishap, now, chance, sheets));
    transaction.executeWithoutResult(
        status -> {
          sheets.write();
          people.update(site.storage().jdbc());
        });
    return sheets.written();
  }

  private Arrived arrived(Arrival arrival, SplittableRandom chance) {
    var who = people.who(arrival.at(), chance);
    var past = who.past(arrival.at());
    var complaint = complaint(who, arrival, chance);
    who.complained(arrival.at());
    var seen = site.seen(complaint, who.customer(), past);
    return new Arrived(who, arrival, complaint, seen, chance);
  }

  private Complaint complaint(Someone who, Arrival arrival, SplittableRandom chance) {
    var draw = chance.nextInt(100);
    var channel =
        draw < 38 && who.email != null ? "email" : draw < 64 ? "web" : draw < 90 ? "phone" : "api";
    var letter =
        phrases.get(who.language).letter(arrival.theme(), feeling(chance), who.name, chance);
    var external = "demo-" + Long.toHexString(chance.nextLong());
    var said =
        new IncomingComplaint(
            channel,
            external,
            arrival.at(),
            letter.subject(),
            letter.text(),
            who.language,
            who.sender(),
            null,
            channel.equals("email") ? external + "@demo.example" : null,
            List.of(),
            List.of());
    return new Complaint(site.ids().next(), receipt(chance), who.id, said);
  }

  private static String feeling(SplittableRandom chance) {
    var draw = chance.nextInt(100);
    return draw < 7
        ? "furious"
        : draw < 27 ? "angry" : draw < 42 ? "upset" : draw < 60 ? "disappointed" : "calm";
  }

  static String receipt(SplittableRandom chance) {
    var receipt = new StringBuilder("R");
    for (int i = 0; i < 12; i++) {
      receipt.append(i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(chance.nextInt(32)));
    }
    return receipt.toString();
  }

  /** The rules decide side by side; all else goes in the order of arrival. */
  private void write(List<Arrived> batch, Instant now, Sheets sheets) {
    var decided =
        batch.parallelStream()
            .map(arrived -> new Decided(arrived, site.decide(arrived.seen())))
            .toList();
    decided.forEach(each -> live(each, now, sheets));
    transaction.executeWithoutResult(status -> sheets.write());
    batch.clear();
  }

  private void live(Decided decided, Instant now, Sheets sheets) {
    var arrived = decided.arrived();
    var at = arrived.arrival().at();
    var decision = decided.decision();
    var policies = site.policies(decision, at);
    var opened =
        new Life.Opened(
            site.ids().next(),
            site.ids().nextTicketNumber(),
            arrived.complaint(),
            decision,
            policies);
    var life = new Life(opened, arrived.who(), arrived.arrival(), arrived.chance(), now);
    open(life);
    parts.course().run(life);
    parts.clockwork().wind(life);
    parts.gifts().give(life, sheets);
    parts.writing().write(life, sheets);
    parts.aftermath().follow(life, sheets);
    sheets.add(life);
  }

  /** Opened, given to somebody, now and then passed on because it landed in the wrong place. */
  private void open(Life life) {
    var at = life.arrival.at();
    life.happened(at, History.REDRESS, "opened", null, life.complaint.channel());
    life.happened(at, History.REDRESS, "team", null, life.team);
    var waits = at.isAfter(life.now.minus(PICKED_UP)) && life.chance.nextInt(100) < HALF;
    if (life.chance.nextInt(100) < 4 && !waits) {
      var teams = List.copyOf(site.staff().teams().keySet());
      var other = Phrases.any(teams, life.chance);
      if (!other.equals(life.team)) {
        var later = at.plusSeconds(120);
        life.happened(later, "lead", "team", life.team, other);
        life.team = other;
        life.at = later;
      }
    }
    if (!waits) {
      var owner = owner(life.team, life.who.language).orElse("lead");
      life.happened(life.at, History.REDRESS, "owner", null, owner);
      life.ownedBy(owner, life.at);
    }
    life.status = TicketStatus.NEW;
  }

  private Optional<String> owner(String team, String language) {
    Staff.Team of = site.staff().teams().get(team);
    var able =
        of == null
            ? List.<Member>of()
            : of.members().stream().filter(m -> m.languages().contains(language)).toList();
    return able.isEmpty() ? Optional.empty() : Optional.of(able.get(turn++ % able.size()).user());
  }
}
