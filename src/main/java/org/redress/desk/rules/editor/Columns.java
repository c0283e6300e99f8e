package org.redress.desk.rules.editor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.redress.decision.file.Contents;
import org.redress.decision.file.Guide;
import org.redress.decision.named.Named;
import org.redress.decision.rule.NumberFact;
import org.redress.decision.rule.Question;
import org.redress.decision.rule.WordCondition;
import org.redress.desk.Words;
import org.springframework.stereotype.Component;

/** Tells the grid what each column of a table holds, in the reader's language. */
@Component
class Columns {

  private static final String WHEN = "when ";
  private static final String MENTIONS = "mentions";
  private static final Set<String> OPEN = Set.of("channel", "tier");
  private static final Set<String> NAMED = Set.of("channel", "tier", "language");
  private static final Map<String, List<String>> USUAL =
      Map.of(
          "channel", List.of("email", "web", "phone", "api"),
          "tier", List.of("standard", "silver", "gold", "platinum"));
  private static final int PHRASES_SHOWN = 4;

  private final Words words;
  private final PastCounts past;

  Columns(Words words, PastCounts past) {
    this.words = words;
    this.past = past;
  }

  /**
   * A column that a table may have.
   *
   * @param kind {@code name}, {@code words}, {@code number}, {@code free}, {@code answer}, {@code
   *     detail}, {@code text} or {@code date}
   * @param choices what may stand in its cells, where that is known
   */
  record Column(String name, String kind, String label, List<Choice> choices) {}

  /** A word with its label and, for the vocabulary, some of its phrases. */
  record Choice(String value, String label, String more) {}

  /** The columns that a file of the draft may have, in their usual order. */
  List<Column> of(String file, Guide guide) {
    var question = guide.questionOf(file);
    if (question.isEmpty()) {
      return vocabulary(guide);
    }
    var columns = new ArrayList<Column>();
    for (var name : guide.columns(question.get())) {
      columns.add(
          name.startsWith(WHEN)
              ? condition(name, guide)
              : new Column(
                  name,
                  kind(name, question.get()),
                  words.named("editor.column", name),
                  name.equals("answer") ? answers(question.get()) : List.of()));
    }
    return columns;
  }

  private List<Column> vocabulary(Guide guide) {
    return List.of(
        new Column("name", "word", words.named("editor.column", "word"), phrases(guide)),
        new Column("en", "text", words.named("editor.column", "en"), List.of()),
        new Column("zh", "text", words.named("editor.column", "zh"), List.of()));
  }

  private static String kind(String name, Question question) {
    if (question.detail() != null && question.detail().column().equals(name)) {
      return "detail";
    }
    return switch (name) {
      case "name", "answer" -> name;
      case "from", "until" -> "date";
      default -> "text";
    };
  }

  private Column condition(String name, Guide guide) {
    var fact = name.substring(WHEN.length());
    var label = words.named("fact", fact);
    if (NumberFact.ofColumn(fact).isPresent()) {
      return new Column(name, "number", label, List.of());
    }
    var choices = fact.equals(MENTIONS) ? mentions(guide) : choices(fact, guide);
    return new Column(name, choices.isEmpty() ? "free" : "words", label, choices);
  }

  private List<Choice> choices(String fact, Guide guide) {
    var question = guide.questions().stream().filter(q -> q.name().equals(fact)).findFirst();
    if (question.isPresent()) {
      return answers(question.get());
    }
    if (OPEN.contains(fact)) {
      var seen = new LinkedHashSet<>(USUAL.get(fact));
      seen.addAll(past.seen(fact));
      return named(fact, seen);
    }
    return named(fact, guide.words(fact).map(TreeSet::new).orElseGet(TreeSet::new));
  }

  private List<Choice> named(String fact, Collection<String> values) {
    return values.stream()
        .map(
            value -> new Choice(value, NAMED.contains(fact) ? words.named(fact, value) : value, ""))
        .toList();
  }

  private List<Choice> answers(Question question) {
    return question.answers().entrySet().stream()
        .map(entry -> new Choice(entry.getKey(), words.text(entry.getValue().label()), ""))
        .toList();
  }

  /** What a text may mention: words of the vocabulary, what texts name, words said with force. */
  private List<Choice> mentions(Guide guide) {
    var plain =
        phrases(guide).stream()
            .filter(choice -> !choice.value().equals(Contents.Phrase.MISSPELT))
            .toList();
    var named =
        Named.WORDS.stream()
            .sorted()
            .map(
                word ->
                    new Choice(
                        word,
                        words.named("named", word.substring("named.".length())),
                        words.named("editor.mention", "named")));
    var strong =
        plain.stream()
            .map(
                choice ->
                    new Choice(
                        choice.value() + WordCondition.STRONG,
                        words.named("editor.mention", "strong").formatted(choice.label()),
                        ""));
    return Stream.of(plain.stream(), named, strong).flatMap(Function.identity()).toList();
  }

  /** Each word of the vocabulary with the beginning of its phrases. */
  private static List<Choice> phrases(Guide guide) {
    var byWord = new LinkedHashMap<String, List<String>>();
    guide.phrases().stream()
        .sorted(Comparator.comparing(Contents.Phrase::word))
        .forEach(
            phrase -> {
              var some = byWord.computeIfAbsent(phrase.word(), word -> new ArrayList<>());
              if (some.size() < PHRASES_SHOWN) {
                some.add(phrase.text());
              }
            });
    return byWord.entrySet().stream()
        .map(
            e ->
                new Choice(
                    e.getKey(), e.getKey().replace('_', ' '), String.join(", ", e.getValue())))
        .toList();
  }
}
