package org.redress.decision.file;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.decision.finding.Findings;
import org.redress.decision.model.ModelFiles;
import org.redress.decision.rule.Question;
import org.redress.table.Table;

/**
 * What may be written into the tables of a rule book, for people who work on it. Files that cannot
 * be read are passed over, so that there is a guide while something is still broken.
 *
 * @param phrases the vocabulary
 * @param understood the words that the models know
 */
public record Guide(
    List<Question> questions, List<Contents.Phrase> phrases, Set<String> understood) {

  /** The guide to the tables of these files. */
  public static Guide of(RuleFiles files) {
    var passedOver = new Findings();
    var content = files.content(RuleFiles.QUESTIONS);
    var questions =
        content == null
            ? List.<Question>of()
            : new YamlFile(passedOver).questions(RuleFiles.QUESTIONS, content);
    var phrases =
        files.in("vocabulary").stream()
            .filter(file -> Table.isTable(file))
            .flatMap(
                file ->
                    new VocabularyFile(file, passedOver)
                        .read(Table.read(file, files.content(file))).stream())
            .toList();
    return new Guide(
        questions,
        phrases,
        ModelFiles.words(ModelFiles.read(files.contentOf(ModelFiles.FOLDER), passedOver)));
  }

  /** The question whose folder holds a file; none for the vocabulary and for unknown folders. */
  public Optional<Question> questionOf(String file) {
    return questions.stream().filter(q -> file.startsWith(q.name() + "/")).findFirst();
  }

  /** All columns that the question's tables may have. */
  public List<String> columns(Question question) {
    return known().columns(question);
  }

  /** The words that may stand under {@code when column}; none when any word may. */
  public Optional<Set<String>> words(String column) {
    return known().wordsOf(column);
  }

  private Known known() {
    return new Known(
        questions,
        phrases.stream().map(Contents.Phrase::word).collect(Collectors.toSet()),
        understood);
  }
}
