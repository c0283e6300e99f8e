package org.redress.desk.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.redress.decision.Answer;
import org.redress.decision.Proposal;
import org.redress.decision.difference.FileChange;
import org.redress.decision.finding.Finding;
import org.redress.decision.version.KeptVersion;
import org.redress.desk.Words;
import org.springframework.stereotype.Component;

/** Says the parts of rule books in words: columns, files, versions, answers with their details. */
@Component("ruleWords")
class RuleWords {

  private static final String WHEN = "when ";
  private static final int SHORT = 4;
  private static final int MOST_SHOWN = 500;

  private final Words words;

  RuleWords(Words words) {
    this.words = words;
  }

  /**
   * An answer as differences write it.
   *
   * @param detail for instance an amount
   * @param clash whether rules contradicted each other, so that it is only the default
   */
  record Said(String label, @Nullable String detail, boolean clash) {}

  /** The label and the detail of an answer such as {@code refund 50}. */
  public Said said(String question, String said) {
    var parts = said.split(" ", 2);
    var rest = parts.length == 1 ? null : parts[1];
    var clash = said.endsWith("?");
    var label = parts[0].equals("?") ? "" : words.answer(question, parts[0]);
    return new Said(label, clash ? null : rest, clash);
  }

  /** One value of an answer with its detail, as differences write it. */
  public String saying(Answer answer, String value) {
    return answer.detailOf(value).map(detail -> value + " " + detail).orElse(value);
  }

  /** The heading of a column: {@code when tier} asks for the customer's tier. */
  public String column(String header) {
    return header.startsWith(WHEN)
        ? words.named("fact", header.substring(WHEN.length()))
        : words.named("rules.column", header);
  }

  /** Whether a column holds a condition. */
  public boolean isCondition(String header) {
    return header.startsWith(WHEN);
  }

  /** The positions of the columns to show: the name, and where a row differs. */
  public List<Integer> columns(FileChange change) {
    return IntStream.range(0, change.columns().size())
        .filter(column -> change.columns().get(column).equals("name") || differs(change, column))
        .boxed()
        .toList();
  }

  private static boolean differs(FileChange change, int column) {
    return change.rows().stream().anyMatch(row -> row.cells().get(column).differs());
  }

  /** As much of a long list as a page can bear. */
  public <T> List<T> first(List<T> all) {
    return all.subList(0, Math.min(all.size(), MOST_SHOWN));
  }

  /** What a file is about: a question, the vocabulary, or all questions. */
  public String about(String path) {
    var slash = path.indexOf('/');
    var folder = slash < 0 ? path : path.substring(0, slash);
    var question = words.question(folder);
    return question.equals(folder) ? words.named("rules.about", folder) : question;
  }

  /** Who made or activated a version; it may have been an edit in the folder. */
  public String person(String name) {
    var named = words.named("rules.person", name);
    return named.equals(name) ? words.person(name) : named;
  }

  /** What a version is called that nobody wrote a comment for. */
  public String comment(KeptVersion kept) {
    return kept.reason().equals("first") || kept.reason().equals("files")
        ? words.named("rules.reason", kept.reason())
        : kept.comment();
  }

  /** Findings under {@code error}, {@code warning} and what else there is, the worst first. */
  public List<Map.Entry<String, List<Finding>>> bySeverity(List<Finding> findings) {
    var groups = new TreeMap<Finding.Severity, List<Finding>>();
    findings.forEach(
        finding -> groups.computeIfAbsent(finding.severity(), s -> new ArrayList<>()).add(finding));
    return groups.entrySet().stream()
        .map(group -> Map.entry(group.getKey().name().toLowerCase(Locale.ROOT), group.getValue()))
        .toList();
  }

  /** The rules behind some proposals. */
  public String rules(List<Proposal> proposals) {
    return proposals.stream().map(Proposal::rule).distinct().collect(Collectors.joining(", "));
  }

  /** As much of a version's name as people need to tell two apart. */
  public String version(String version) {
    return version.length() <= SHORT ? version : version.substring(0, SHORT) + "…";
  }
}
