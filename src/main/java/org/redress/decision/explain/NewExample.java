package org.redress.decision.explain;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.decision.Answer;
import org.redress.decision.Circumstances;
import org.redress.decision.Decision;
import org.redress.decision.rule.Condition;
import org.redress.decision.rule.Example;
import org.redress.decision.rule.NumberFact;
import org.redress.decision.rule.Rule;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** A decision on record as an entry of {@code examples.yml}. */
public final class NewExample {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
          .enable(YAMLWriteFeature.LITERAL_BLOCK_STYLE)
          .build();

  private final Decision decision;
  private final String text;
  private final List<Rule> rules;

  /**
   * Makes examples of a decision.
   *
   * @param text subject and text together, copied as they are
   * @param rules those of the rule book that decided; they tell which figures matter
   */
  public NewExample(Decision decision, String text, List<Rule> rules) {
    this.decision = decision;
    this.text = text;
    this.rules = rules;
  }

  /** Where the examples of a question stand. */
  public static String file(String question) {
    return question + "/examples.yml";
  }

  /** Whether an example can state the answer: not when rules contradicted each other. */
  public static boolean fits(Answer answer) {
    return !answer.clash();
  }

  /**
   * The file with the answer to a question added at its end.
   *
   * @param present what the file says now, none when there is none
   */
  public byte[] addedTo(byte @Nullable [] present, String question) {
    var before = present == null ? "" : new String(present, StandardCharsets.UTF_8);
    var gap = before.isEmpty() ? "" : before.endsWith("\n") ? "\n" : "\n\n";
    var entry = new LinkedHashMap<String, Object>();
    entry.put("given", given(question));
    entry.put("expect", expect(decision.answer(question)));
    return (before + gap + YAML.writeValueAsString(List.of(entry)))
        .getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, Object> given(String question) {
    var seen = decision.circumstances();
    var given = new LinkedHashMap<String, Object>();
    given.put("text", text);
    given.put("language", seen.language());
    given.put("channel", seen.channel());
    var asked = rulesUpTo(question);
    if (asked.stream().anyMatch(NewExample::looksAtTime)) {
      given.put("received_at", seen.received().toInstant(ZoneOffset.UTC).toString());
    }
    var sameFault = seen.numbers().get(NumberFact.SAME_FAULT);
    if (sameFault != null && columns(asked).contains(NumberFact.SAME_FAULT.column())) {
      given.put("same_fault_in_an_hour", plain(sameFault));
    }
    var customer = customer(seen, columns(asked));
    if (!customer.isEmpty()) {
      given.put("customer", customer);
    }
    return given;
  }

  /** The rules that may have had a say: the question's own and those of the questions before. */
  private List<Rule> rulesUpTo(String question) {
    var asked = decision.answers().stream().map(Answer::question).toList();
    var upTo = asked.subList(0, asked.indexOf(question) + 1);
    return rules.stream().filter(rule -> upTo.contains(rule.question())).toList();
  }

  private static boolean looksAtTime(Rule rule) {
    return rule.from() != null
        || rule.until() != null
        || rule.conditions().stream().anyMatch(c -> c.column().equals("time of day"));
  }

  private static Set<String> columns(List<Rule> rules) {
    return rules.stream()
        .flatMap(rule -> rule.conditions().stream())
        .map(Condition::column)
        .collect(Collectors.toSet());
  }

  private static Map<String, Object> customer(Circumstances seen, Set<String> columns) {
    var customer = new LinkedHashMap<String, Object>();
    if (seen.tier() != null && columns.contains("tier")) {
      customer.put("tier", seen.tier());
    }
    seen.numbers()
        .forEach(
            (fact, number) -> {
              if (columns.contains(fact.column()) && fact != NumberFact.SAME_FAULT) {
                customer.put(fact.column().replace(' ', '_'), plain(number));
              }
            });
    return customer;
  }

  private static Number plain(double number) {
    return number == Math.rint(number) ? (Number) (long) number : number;
  }

  private static Map<String, Object> expect(Answer answer) {
    var expect = new LinkedHashMap<String, Object>();
    var values = answer.values();
    expect.put("answer", values.size() == 1 ? values.get(0) : values);
    if (values.size() == 1) {
      answer.detailOf(values.get(0)).ifPresent(detail -> expect.put("detail", detail));
    }
    expect.put("rule", answer.chosen().isEmpty() ? Example.NO_RULE : rule(answer));
    return expect;
  }

  private static String rule(Answer answer) {
    return answer.chosen().get(0).rule();
  }
}
