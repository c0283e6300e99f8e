package org.redress.decision.rulebook;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kie.api.KieBase;
import org.redress.decision.file.Contents;
import org.redress.decision.file.RuleBookReader;
import org.redress.decision.file.RuleFiles;
import org.redress.decision.finding.Finding;
import org.redress.decision.finding.RuleBookBroken;
import org.redress.decision.named.Named;
import org.redress.decision.obligation.Obligations;
import org.redress.decision.rule.Details;
import org.redress.decision.rule.Example;
import org.redress.decision.rule.Facts;
import org.redress.decision.rule.Found;
import org.redress.decision.rule.Question;
import org.redress.decision.rule.Rule;

/**
 * One version of everything under {@code rules/}: the questions in their order, the vocabulary and
 * the rules, ready to be asked. Immutable and safe for many threads.
 */
public final class RuleBook {

  /** More than any real book needs; a rule speaks once for each of its words. */
  private static final int MOST_FIRINGS = 10_000;

  private record Compiled(List<Rule> rules, KieBase base) {}

  private final Contents contents;
  private final Vocabulary vocabulary;
  private final Map<String, Compiled> byQuestion = new LinkedHashMap<>();

  private RuleBook(Contents contents) {
    this.contents = contents;
    this.vocabulary = new Vocabulary(contents.phrases(), contents.rules());
    var compiler = new RuleCompiler();
    for (var question : contents.questions()) {
      var rules =
          contents.rules().stream().filter(r -> r.question().equals(question.name())).toList();
      byQuestion.put(question.name(), new Compiled(rules, compiler.compile(rules)));
    }
  }

  /**
   * Reads, checks and compiles a folder of rules.
   *
   * @throws RuleBookBroken with every error found, when there is one
   */
  public static RuleBook load(Path folder) {
    return of(RuleFiles.in(folder));
  }

  /**
   * Checks and compiles the files of a rule book.
   *
   * @throws RuleBookBroken with every error found, when there is one
   */
  public static RuleBook of(RuleFiles files) {
    return new RuleBook(RuleBookReader.read(files));
  }

  /** What the files say, word for word. */
  public Contents contents() {
    return contents;
  }

  /** Names the content: the same files have the same version. */
  public String version() {
    return contents.version();
  }

  public List<Question> questions() {
    return contents.questions();
  }

  /** The question of this name, if the book asks it. */
  public Optional<Question> question(String name) {
    return questions().stream().filter(question -> question.name().equals(name)).findFirst();
  }

  /** All rules in the order of the questions, files and rows. */
  public List<Rule> rules() {
    return byQuestion.values().stream().flatMap(compiled -> compiled.rules().stream()).toList();
  }

  /** The rules of one question in the order of files and rows. */
  public List<Rule> rulesOf(Question question) {
    var compiled = byQuestion.get(question.name());
    return compiled == null ? List.of() : compiled.rules();
  }

  /** Whether both books find and understand the same in any text. */
  public boolean findsTheSameAs(RuleBook other) {
    return vocabulary.findsTheSameAs(other.vocabulary)
        && contents.modelVersions().equals(other.contents.modelVersions());
  }

  /** Its ladders and legal regimes. */
  public Obligations obligations() {
    return contents.obligations();
  }

  /** The given/expect cases that stand beside the tables. */
  public List<Example> examples() {
    return contents.examples();
  }

  /** What is doubtful but does not forbid the book's use. */
  public List<Finding> warnings() {
    return contents.warnings();
  }

  /**
   * What is found in a text: by vocabulary word, rule's own phrase in quotes, or {@link Named}
   * word.
   */
  public Map<String, List<String>> mentions(String text) {
    var found = vocabulary.find(text);
    found.putAll(Named.find(text));
    return found;
  }

  /** What is found in a text, and what the models understand of it. */
  public Found found(String text) {
    return new Found(
        mentions(text), contents.models().stream().map(model -> model.understand(text)).toList());
  }

  /**
   * The rules of a question whose conditions all hold, in the order of files and rows.
   *
   * @throws TooManyRulesSpeak when there are more than any real book needs
   */
  public List<Rule> speaking(Question question, Facts facts) {
    var compiled = byQuestion.get(question.name());
    if (compiled.rules().isEmpty()) {
      return List.of();
    }
    var spoken = new Spoken();
    var session = compiled.base().newKieSession();
    try {
      session.setGlobal("spoken", spoken);
      session.insert(new Sign(Sign.ANY, facts));
      facts.words().forEach(word -> session.insert(new Sign(word, facts)));
      if (session.fireAllRules(MOST_FIRINGS + 1) > MOST_FIRINGS) {
        throw new TooManyRulesSpeak(question, MOST_FIRINGS);
      }
    } finally {
      session.dispose();
    }
    return spoken.rules().stream().mapToObj(compiled.rules()::get).toList();
  }

  /** Of two details for one answer of {@code question}, the better first, as its policy says. */
  public static Comparator<String> bestDetailFirst(Question.Detail detail) {
    var order = Details.of(detail).order();
    return detail.keep() == Question.Detail.Keep.HIGHEST ? order.reversed() : order;
  }
}
