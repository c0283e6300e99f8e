package org.redress.decision.file;

import java.util.List;
import org.redress.decision.finding.Finding;
import org.redress.decision.rule.Example;
import org.redress.decision.rule.Question;
import org.redress.decision.rule.Rule;

/** What the files of a rule book say, before it is compiled. */
public record Contents(
    String version,
    List<Question> questions,
    List<Phrase> phrases,
    List<Rule> rules,
    List<Example> examples,
    List<Finding> warnings) {

  /** One phrase of a vocabulary word. */
  public record Phrase(String word, String text, String file, int row) {}
}
