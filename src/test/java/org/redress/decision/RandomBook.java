package org.redress.decision;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.redress.decision.rule.Facts;
import org.redress.decision.rule.NumberFact;
import org.redress.decision.rule.Question;
import org.redress.decision.rule.Rule;
import org.redress.decision.rulebook.RuleBook;

/**
 * A random small rule book: one question with a random table, after three others that give the
 * answers it asks for.
 */
final class RandomBook {

  private static final String QUESTIONS =
      """
      questions:
        - name: colour
          asks: {en: Colour?, zh: 颜色？}
          policy: highest
          default: green
          answers: {red: {en: R, zh: 红}, blue: {en: B, zh: 蓝}, green: {en: G, zh: 绿}}
        - name: shape
          asks: {en: Shape?, zh: 形状？}
          policy: only one
          default: round
          answers: {square: {en: S, zh: 方}, round: {en: R, zh: 圆}}
        - name: mark
          asks: {en: Marks?, zh: 标记？}
          policy: collect
          default: []
          answers: {dot: {en: D, zh: 点}, line: {en: L, zh: 线}}
        - name: asked
          asks: {en: Asked?, zh: 问？}
          policy: POLICY
          detail: {column: amount, type: money, keep: highest}
          default: a
          answers: {a: {en: A, zh: 甲}, b: {en: B, zh: 乙}, c: {en: C, zh: 丙}}
      """;

  /** The cells that random rows draw from, by column. */
  private static final Map<String, List<String>> CELLS = new LinkedHashMap<>();

  /** What complaints can show, by column; several values are separated by spaces. */
  private static final Map<String, List<String>> SHOWN = new LinkedHashMap<>();

  static {
    CELLS.put("mentions", List.of("m", "!m", "n", "m|n", "m & n", "m|n & !n", "m & !m"));
    CELLS.put("language", List.of("en", "zh", "!en", "en & zh"));
    CELLS.put("tier", List.of("gold", "!gold", "gold|silver", "!gold & !silver"));
    CELLS.put("value", List.of(">=10", "<10", "10", ">10", "5..20", "<=5"));
    CELLS.put("colour", List.of("red", "blue", "green", "!red", "red|blue", "!red & !blue"));
    CELLS.put("shape", List.of("square", "round", "!square", "square|round"));
    CELLS.put("mark", List.of("dot", "line", "!dot", "dot|line", "dot & line", "!line"));
    CELLS.put("days", List.of("2026-12-01,", ",2026-12-09", "2026-12-10,", ",2026-12-20"));
    SHOWN.put("mentions", List.of("", "m", "n", "m n"));
    SHOWN.put("language", List.of("en", "zh"));
    SHOWN.put("tier", List.of("", "gold", "silver"));
    SHOWN.put("value", List.of("", "0", "5", "7", "10", "15", "20", "30"));
    SHOWN.put("colour", List.of("green", "red", "blue"));
    SHOWN.put("shape", List.of("round", "square"));
    SHOWN.put("mark", List.of("", "dot", "line", "dot line"));
    SHOWN.put("days", List.of("2026-11-22", "2026-12-05", "2026-12-15", "2026-12-25"));
  }

  private final List<String> columns = new ArrayList<>();
  private final Map<Map<String, String>, List<Rule>> speaking = new LinkedHashMap<>();
  private final RuleBook book;
  private final Question question;

  RandomBook(Random random) {
    var policy = List.of("highest", "only one", "collect").get(random.nextInt(3));
    var all = new ArrayList<>(CELLS.keySet());
    Collections.shuffle(all, random);
    columns.addAll(all.subList(0, 4));
    book =
        new SoundBook()
            .with("questions.yml", QUESTIONS.replace("POLICY", policy))
            .with("vocabulary/words.csv", "name,en,zh\n" + words("m", "n", "red", "blue", "square"))
            .with("colour/colour.csv", earlier("red", "blue"))
            .with("shape/shape.csv", earlier("square"))
            .with(
                "mark/mark.csv", "name,answer,because,because_zh\nDot,dot,D.,点。\nLine,line,L.,线。\n")
            .with("asked/asked.csv", table(random))
            .load();
    question = book.question("asked").orElseThrow();
    for (var complaint : complaints()) {
      speaking.put(complaint, book.speaking(question, facts(complaint)));
    }
  }

  private static String words(String... words) {
    return Arrays.stream(words).map(w -> w + "," + w + ",\n").collect(Collectors.joining());
  }

  /** A table that gives each answer when the word of its name is mentioned. */
  private static String earlier(String... answers) {
    return Arrays.stream(answers)
        .map(a -> "%s,%s,%s,Because.,因为。%n".formatted("Is " + a, a, a))
        .collect(Collectors.joining("", "name,when mentions,answer,because,because_zh\n", ""));
  }

  private String table(Random random) {
    var conditions = columns.stream().filter(c -> !c.equals("days")).toList();
    var table =
        new StringBuilder("name")
            .append(conditions.stream().map(c -> ",when " + c).collect(Collectors.joining()))
            .append(",answer,amount,because,because_zh,from,until\n");
    var rows = 4 + random.nextInt(3);
    for (int row = 0; row < rows; row++) {
      table.append("Row ").append(row);
      conditions.forEach(c -> table.append(',').append(cell(c, random)));
      table.append(',').append("abc".charAt(random.nextInt(3)));
      table.append(',').append(List.of("", "10", "20").get(random.nextInt(3)));
      table.append(",Because.,因为。,");
      var dates = columns.contains("days") ? cell("days", random) : "";
      table.append(dates.isEmpty() ? "," : dates).append('\n');
    }
    return table.toString();
  }

  private static String cell(String column, Random random) {
    var cells = CELLS.get(column);
    return random.nextInt(5) < 3 ? "" : cells.get(random.nextInt(cells.size()));
  }

  /** Every complaint that the columns of the table can tell apart. */
  private List<Map<String, String>> complaints() {
    List<Map<String, String>> complaints = List.of(Map.of());
    for (var column : SHOWN.keySet()) {
      var values = columns.contains(column) ? SHOWN.get(column) : SHOWN.get(column).subList(0, 1);
      complaints =
          complaints.stream()
              .flatMap(complaint -> values.stream().map(value -> with(complaint, column, value)))
              .toList();
    }
    return complaints;
  }

  private static Map<String, String> with(Map<String, String> some, String key, String value) {
    var more = new LinkedHashMap<>(some);
    more.put(key, value);
    return more;
  }

  private static Facts facts(Map<String, String> complaint) {
    var facts = new Facts(LocalDateTime.parse(complaint.get("days") + "T12:00"));
    complaint.forEach(
        (column, shown) -> {
          var values = shown.isEmpty() ? List.<String>of() : List.of(shown.split(" "));
          switch (column) {
            case "mentions" ->
                facts.addMentions(
                    values.stream().collect(Collectors.toMap(w -> w, w -> List.of(w))));
            case "value" -> values.forEach(v -> facts.add(NumberFact.VALUE, Double.parseDouble(v)));
            case "days" -> {}
            default -> facts.add(column, values);
          }
        });
    return facts;
  }

  RuleBook book() {
    return book;
  }

  /** The one with the random table. */
  Question question() {
    return question;
  }

  /** The rules of that table that speak, by every complaint that its columns can tell apart. */
  Map<Map<String, String>, List<Rule>> speaking() {
    return speaking;
  }
}
