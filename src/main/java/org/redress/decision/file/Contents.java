package org.redress.decision.file;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.redress.decision.finding.Finding;
import org.redress.decision.model.BookModel;
import org.redress.decision.obligation.Obligations;
import org.redress.decision.rule.Example;
import org.redress.decision.rule.Question;
import org.redress.decision.rule.Rule;

/**
 * What the files of a rule book say, before it is compiled.
 *
 * @param headers the columns of each table as written, by its file
 */
public record Contents(
    String version,
    List<Question> questions,
    List<Phrase> phrases,
    List<BookModel> models,
    Map<String, List<String>> headers,
    List<Rule> rules,
    Obligations obligations,
    List<Example> examples,
    List<Finding> warnings) {

  /** Keeps copies that nobody changes. */
  public Contents {
    questions = List.copyOf(questions);
    phrases = List.copyOf(phrases);
    models = List.copyOf(models);
    headers = Map.copyOf(headers);
    rules = List.copyOf(rules);
    examples = List.copyOf(examples);
    warnings = List.copyOf(warnings);
  }

  /** The version of each model, by its name. */
  public Map<String, String> modelVersions() {
    return models.stream().collect(Collectors.toMap(BookModel::name, BookModel::version));
  }

  /** One phrase of a vocabulary word. */
  public record Phrase(String word, String text, String file, int row) {

    /** The word of the rows that say what a misspelt word stands for: {@code refnd > refund}. */
    public static final String MISSPELT = "misspelt";

    private static final String STANDS_FOR = ">";

    /** Whether it says what a misspelt word stands for. */
    public boolean isMisspelling() {
      return word.equals(MISSPELT);
    }

    /** Whether the text of a misspelling has its form, with something on both sides. */
    static boolean isReadable(String text) {
      return text.matches("[^*>]*[^*>\\s][^*>]*>[^*>]*[^*>\\s][^*>]*");
    }

    /** The misspelt word. */
    public String written() {
      return text.substring(0, text.indexOf(STANDS_FOR)).strip();
    }

    /** The word it stands for. */
    public String meant() {
      return text.substring(text.indexOf(STANDS_FOR) + 1).strip();
    }
  }
}
