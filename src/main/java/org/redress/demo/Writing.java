package org.redress.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;
import org.redress.demo.Life.Done;
import org.redress.demo.cast.Mishap;
import org.redress.demo.cast.People.Someone;
import org.redress.demo.cast.Phrases;
import org.redress.storage.Ids;
import org.redress.storage.Instants;
import org.redress.ticket.History;
import org.redress.ticket.care.CareStep;
import tools.jackson.databind.json.JsonMapper;

/** Puts a life onto sheets: the message it came as, its decision, steps, talk and answers. */
final class Writing {

  private static final String MAIL =
      """
      From: %s <%s>
      To: <complaints@redress.local>
      Subject: =?UTF-8?B?%s?=
      Date: %s
      Message-ID: <%s>
      MIME-Version: 1.0
      Content-Type: text/plain; charset=UTF-8
      Content-Transfer-Encoding: 8bit

      %s
      """;

  private static final long THREE_DAYS = 3 * 86_400L;

  private final Ids ids;
  private final JsonMapper json;
  private final Map<String, Phrases> phrases;

  Writing(Ids ids, JsonMapper json, Map<String, Phrases> phrases) {
    this.ids = ids;
    this.json = json;
    this.phrases = phrases;
  }

  void write(Life life, Sheets sheets) {
    if (life.who.isNew) {
      customer(life.who, sheets);
    }
    received(life, sheets);
    decided(life, sheets);
    life.done.forEach(done -> step(life, done, sheets));
    survey(life, sheets);
  }

  /** It waits as if it had just come, so that the service itself says what is wrong with it. */
  void write(Mishap mishap, Instant now, SplittableRandom chance, Sheets sheets) {
    var at = Instants.bind(now.minusSeconds(chance.nextLong(600, THREE_DAYS)));
    sheets.add(
        Sheet.INBOX,
        ids.next(),
        mishap.channel(),
        "demo-" + Long.toHexString(chance.nextLong()),
        DemoYear.receipt(chance),
        "JSON",
        mishap.said().getBytes(StandardCharsets.UTF_8),
        at,
        "waiting",
        0,
        at,
        at);
  }

  private static void customer(Someone who, Sheets sheets) {
    who.isNew = false;
    sheets.add(
        Sheet.CUSTOMER,
        who.id,
        who.number(),
        who.name,
        who.email,
        who.phone,
        who.tier,
        who.since,
        who.value,
        Instants.bind(who.firstSeen));
  }

  private void received(Life life, Sheets sheets) {
    var said = life.complaint.said();
    var mail = said.channel().equals("email");
    var at = Instants.bind(said.receivedAt());
    sheets.add(
        Sheet.INBOX,
        ids.next(),
        said.channel(),
        said.externalId(),
        life.complaint.receipt(),
        mail ? "MAIL" : "JSON",
        mail ? mail(life) : post(life),
        at,
        "done",
        0,
        at,
        at);
  }

  private static byte[] mail(Life life) {
    var said = life.complaint.said();
    var subject = said.subject() == null ? "" : said.subject();
    return MAIL.formatted(
            "customer",
            life.who.email,
            Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8)),
            said.receivedAt().atOffset(ZoneOffset.UTC).format(DateTimeFormatter.RFC_1123_DATE_TIME),
            said.messageId(),
            said.text())
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] post(Life life) {
    var said = life.complaint.said();
    return json.writeValueAsBytes(
        Map.of(
            "subject", said.subject() == null ? "" : said.subject(),
            "text", said.text(),
            "customer", Map.of("id", life.who.number(), "name", life.who.name)));
  }

  private void decided(Life life, Sheets sheets) {
    sheets.add(
        Sheet.DECISION,
        life.id,
        life.complaint.id(),
        life.decision.the("team"),
        life.decision.ruleBook(),
        Instants.bind(life.arrival.at()),
        json.writeValueAsString(life.decision));
    var answer = life.decision.answer("compensation");
    for (var kind : answer.values()) {
      answer.chosen().stream()
          .filter(proposal -> proposal.answer().equals(kind))
          .findFirst()
          .ifPresent(
              p ->
                  sheets.add(
                      Sheet.OFFER,
                      life.id,
                      kind,
                      answer.detailOf(kind).map(BigDecimal::new).orElse(null),
                      p.rule(),
                      p.because().en(),
                      p.because().zh()));
    }
  }

  private void step(Life life, Done done, Sheets sheets) {
    var step = done.step().key();
    var by = life.actor(done.by(), done.at());
    sheets.add(
        Sheet.CARE_DONE, life.id, step, done.round(), Instants.bind(done.at()), by, done.note());
    done.fields()
        .forEach(
            (field, value) ->
                sheets.add(Sheet.CARE_RECORD, life.id, step, done.round(), field, value));
    var words = phrases.get(life.who.language);
    var before = done.at().minusSeconds(1);
    if (done.step() == CareStep.CLARIFY_DEMAND && life.chance.nextInt(3) == 0) {
      var from = life.who.email == null ? life.who.name : life.who.email;
      say(
          life,
          before,
          "in",
          from,
          words.filled(words.replies(), life.who.name, life.chance),
          sheets);
    }
    if (done.step() == CareStep.PROPOSE_SOLUTION || done.step() == CareStep.GIVE_RESULT) {
      say(
          life,
          before,
          "out",
          by,
          words.filled(words.letters(), life.who.name, life.chance),
          sheets);
    }
    if (done.step() == CareStep.FIND_CAUSE && life.chance.nextInt(4) == 0) {
      say(life, before, "note", by, Phrases.any(words.causes(), life.chance), sheets);
    }
  }

  private void say(
      Life life, Instant at, String direction, String author, String text, Sheets sheets) {
    switch (direction) {
      case "in" ->
          life.happened(at, History.REDRESS, "customer_replied", null, life.complaint.channel());
      case "out" -> life.happened(at, author, "reply", null, null);
      default -> life.happened(at, author, "note", null, null);
    }
    sheets.add(
        Sheet.MESSAGE,
        ids.next(),
        life.id,
        Instants.bind(at),
        direction,
        author,
        direction.equals("note") ? "desk" : life.complaint.channel(),
        null,
        text);
  }

  /** Who has an address is asked once the result is given; four in ten answer. */
  private static void survey(Life life, Sheets sheets) {
    for (var done : life.done) {
      if (done.step() == CareStep.GIVE_RESULT && life.who.email != null) {
        var answered = done.at().plusSeconds(life.chance.nextLong(7_200, 300_000));
        var again = done.round() < life.round;
        var answers = !again && life.chance.nextInt(10) < 4 && answered.isBefore(life.now);
        var score = answers ? Integer.valueOf(3 + life.chance.nextInt(8) / 3) : null;
        if (score != null && score > 5) {
          score = 5;
        }
        sheets.add(
            Sheet.SURVEY,
            life.id,
            done.round(),
            HexFormat.of().toHexDigits(life.chance.nextLong())
                + HexFormat.of().toHexDigits(life.id),
            Instants.bind(done.at()),
            answers ? Instants.bind(answered) : null,
            score);
        if (score != null) {
          life.who.satisfaction = score;
          life.happened(answered, History.REDRESS, "survey_answered", null, score + "");
        }
      }
    }
  }
}
