package org.redress.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hundreds of real and broken mails with what other parsers agree to find in them. */
class MailFilesTest {
  private static final Path DATA = Path.of("../shared/data");

  /** How often we agree on one field. */
  private static final class Score {
    private int right;
    private int all;

    void count(boolean agrees) {
      right += agrees ? 1 : 0;
      all++;
    }

    double percent() {
      return 100.0 * right / all;
    }

    @Override
    public String toString() {
      return "%d of %d (%.2f %%)".formatted(right, all, percent());
    }
  }

  private static final Map<String, BiPredicate<JsonNode, Mail>> FIELDS =
      Map.of(
          "subject", (want, mail) -> words(want.asString()).equals(words(mail.subject())),
          "from", (want, mail) -> sameAddresses(want, mail.from()),
          "to", (want, mail) -> sameAddresses(want, mail.to()),
          "cc", (want, mail) -> sameAddresses(want, mail.cc()),
          "from_name", (want, mail) -> words(want.asString()).equals(words(name(mail))),
          "message_id", (want, mail) -> want.asString().equals(mail.messageId()),
          "date", (want, mail) -> want.asString().equals(String.valueOf(mail.date())),
          "attachments", MailFilesTest::sameNames,
          "body_contains", MailFilesTest::hasPieces,
          "kind", (want, mail) -> isOneOf(want.asString(), mail.kind()));

  @Test
  void agreesWithOtherParsersOnRealMail() throws IOException {
    var scores = new TreeMap<String, Score>();
    var machine = new Score();
    var alarm = new Score();
    for (var expected : lines("email/expected.jsonl")) {
      var raw = Files.readAllBytes(DATA.resolve("email").resolve(expected.get("file").asString()));
      var mail = new MailReader().read(raw);
      FIELDS.forEach(
          (field, agrees) -> {
            if (expected.has(field) && !isDisputed(expected, field)) {
              var score = scores.computeIfAbsent(field, key -> new Score());
              score.count(agrees.test(expected.get(field), mail));
            }
          });
      if (expected.has("machine_generated")) {
        boolean wanted = expected.get("machine_generated").asBoolean();
        (wanted ? machine : new Score()).count(mail.machineGenerated());
        (mail.machineGenerated() ? alarm : new Score()).count(wanted);
      }
    }
    System.out.println(
        "mail files: " + scores + ", machine recall " + machine + ", precision " + alarm);

    for (var field : List.of("subject", "from", "to", "cc", "from_name", "date", "attachments")) {
      assertThat(scores.get(field).percent()).as(field).isGreaterThanOrEqualTo(99.5);
    }
    assertThat(scores.get("message_id").percent()).as("message_id").isGreaterThanOrEqualTo(99.5);
    assertThat(scores.get("body_contains").percent()).as("body").isGreaterThanOrEqualTo(99);
    assertThat(scores.get("kind").percent()).as("kind").isGreaterThanOrEqualTo(98);
    assertThat(machine.percent()).as("machine recall").isGreaterThanOrEqualTo(98);
    assertThat(alarm.percent()).as("machine precision").isGreaterThanOrEqualTo(99.5);
  }

  @Test
  void agreesWithOtherParsersOnReplies() throws IOException {
    var score = new Score();
    for (var expected : lines("email_reply/expected.jsonl")) {
      var text =
          Files.readString(DATA.resolve("email_reply").resolve(expected.get("file").asString()));
      score.count(RawMail.read(text).replyText().equals(expected.get("reply").asString()));
    }
    System.out.println("reply texts: " + score);
    assertThat(score.percent()).isGreaterThanOrEqualTo(98);
  }

  @ParameterizedTest
  @CsvSource({
    "complaints_en/cfpb_narratives.csv, narrative",
    "complaints_en/cfpb_product_only.csv, narrative",
    "complaints_zh/shop_reviews.csv, text",
    "complaints_zh/hotel_book_laptop_reviews.csv, text"
  })
  void keepsComplaintsWhole(String file, String column) throws IOException {
    var score = new Score();
    try (var rows = CsvReader.builder().ofNamedCsvRecord(existing(file))) {
      for (var row : rows) {
        var text = row.getField(column).replace("\r", "").strip();
        score.count(RawMail.read(text).replyText().equals(text));
      }
    }
    System.out.println("complaints kept whole, " + file + ": " + score);
    assertThat(score.percent()).isGreaterThanOrEqualTo(99.9);
  }

  @Test
  void survivesDamage() throws IOException {
    for (var expected : lines("email/expected.jsonl")) {
      var raw = Files.readAllBytes(DATA.resolve("email").resolve(expected.get("file").asString()));
      var cut = Arrays.copyOf(raw, Math.min(raw.length, 50_000) * 2 / 3);
      assertThatCode(() -> new MailReader().read(cut)).doesNotThrowAnyException();
      for (int i = 7; i < cut.length; i += 61) {
        cut[i] = (byte) "\"<>()=?;:\r\n".charAt(i % 11);
      }
      var mail = new MailReader().read(cut);
      assertThat(mail.problem() == null || !mail.problem().contains("could not be taken apart"))
          .as(expected.get("file").asString())
          .isTrue();
    }
  }

  private static List<JsonNode> lines(String file) throws IOException {
    try (var lines = Files.lines(existing(file))) {
      return lines.map(JsonMapper.shared()::readTree).toList();
    }
  }

  private static Path existing(String file) {
    var path = DATA.resolve(file);
    Assumptions.assumeTrue(Files.exists(path), () -> path + " is missing");
    return path;
  }

  private static boolean isDisputed(JsonNode expected, String field) {
    var name = Map.of("body_contains", "body", "from_name", "from").getOrDefault(field, field);
    return expected.has("disputed") && texts(expected.get("disputed")).contains(name);
  }

  private static boolean sameAddresses(JsonNode wanted, List<Mail.Address> found) {
    return sorted(texts(wanted)).equals(sorted(found.stream().map(Mail.Address::address).toList()));
  }

  private static boolean sameNames(JsonNode wanted, Mail mail) {
    var names =
        StreamSupport.stream(wanted.spliterator(), false).map(w -> w.get("name").asString());
    var found = mail.attachments().stream().filter(part -> part.name() != null);
    return sorted(names.toList()).equals(sorted(found.map(Mail.MailAttachment::name).toList()));
  }

  private static boolean hasPieces(JsonNode wanted, Mail mail) {
    var text = words(mail.text());
    return texts(wanted).stream().allMatch(piece -> text.contains(words(piece)));
  }

  /** Spam is for people to conclude. */
  private static boolean isOneOf(String wanted, MailKind found) {
    return found.word().equals(wanted.equals("spam") ? "ordinary" : wanted);
  }

  private static String name(Mail mail) {
    return mail.from().isEmpty() ? "" : String.valueOf(mail.from().get(0).name());
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
  }

  private static List<String> sorted(Collection<String> texts) {
    return texts.stream().map(text -> words(text).toLowerCase(Locale.ROOT)).sorted().toList();
  }

  private static String words(String text) {
    var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return composed.replaceAll("[\\s\\u00A0\\u3000\\u200B\\uFEFF]+", " ").strip();
  }
}
