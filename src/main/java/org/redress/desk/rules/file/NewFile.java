package org.redress.desk.rules.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redress.decision.file.Guide;
import org.redress.decision.file.RuleFiles;
import org.redress.decision.rule.Question;
import org.redress.table.Table;

/**
 * A file to be added to a draft.
 *
 * @param folder a question's name, or {@code vocabulary}
 * @param name without its ending; examples need none
 */
record NewFile(String folder, Kind kind, String name) {

  /** What it holds. */
  enum Kind {
    TABLE(".csv"),
    FORMULAS(".drl"),
    EXAMPLES(".yml");

    private final String ending;

    Kind(String ending) {
      this.ending = ending;
    }
  }

  private static final String VOCABULARY = "vocabulary";
  private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,59}";

  /** Where it stands in the rule book. */
  String path() {
    return folder + "/" + (kind == Kind.EXAMPLES ? "examples" : name) + kind.ending;
  }

  /** What keeps it from being added to these files, as the end of a message's key. */
  Optional<String> obstacle(RuleFiles files, Guide guide) {
    if (question(guide).isEmpty() && (!folder.equals(VOCABULARY) || kind != Kind.TABLE)) {
      return Optional.of("place");
    }
    if (kind != Kind.EXAMPLES && !name.matches(NAME)) {
      return Optional.of("name");
    }
    // Some disks do not tell small letters from capitals.
    var taken = files.byPath().keySet().stream().anyMatch(path()::equalsIgnoreCase);
    return taken ? Optional.of("taken") : Optional.empty();
  }

  /** What it says at first: the columns of a table, or the form of what is to be written. */
  byte[] content(RuleFiles files, Guide guide) {
    var text =
        switch (kind) {
          case TABLE ->
              String.join(",", question(guide).map(q -> columns(q, files)).orElse(words())) + "\n";
          case FORMULAS ->
              """
              // rule "Name"
              // when
              //   Complaint( tier == "gold", value >= 1000 )
              // then
              //   propose( "answer", "Because.", "理由。" );
              // end
              """;
          case EXAMPLES ->
              """
              # - given: {text: "What a customer says"}
              #   expect: {answer: its_answer, rule: "The rule that must speak"}
              """;
        };
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Optional<Question> question(Guide guide) {
    return guide.questions().stream().filter(q -> q.name().equals(folder)).findFirst();
  }

  private static List<String> words() {
    return List.of("name", "en", "zh");
  }

  /** Those of the table beside it, or else the usual ones. */
  private static List<String> columns(Question question, RuleFiles files) {
    return files.in(question.name()).stream()
        .filter(Table::isTable)
        .map(path -> Table.read(path, files.byPath().get(path)).header())
        .filter(header -> !header.isEmpty())
        .findFirst()
        .orElseGet(() -> usualColumns(question));
  }

  private static List<String> usualColumns(Question question) {
    var columns = new ArrayList<>(List.of("name", "when mentions", "answer"));
    if (question.detail() != null) {
      columns.add(question.detail().column());
    }
    columns.addAll(List.of("because", "because_zh"));
    return columns;
  }
}
