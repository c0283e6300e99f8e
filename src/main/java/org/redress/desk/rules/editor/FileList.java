package org.redress.desk.rules.editor;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.decision.file.Guide;
import org.redress.decision.file.RuleFiles;
import org.redress.text.Text;

/** The files of a draft, as the list beside the editor shows them. */
final class FileList {

  private static final String VOCABULARY = "vocabulary";
  private static final String MODEL = ".model"; // learnt, not written
  private static final String EXAMPLES = "/examples.yml";

  private FileList() {}

  /**
   * The files of one folder.
   *
   * @param asks the wording of its question; none for the vocabulary and the list of questions
   */
  record Group(String folder, @Nullable Text asks, List<Entry> files) {}

  /** A file; {@code kind} is {@code table}, {@code examples}, {@code formulas} or {@code text}. */
  record Entry(String path, String name, String kind) {}

  /** Questions in their order, then the vocabulary, then the questions' own file. */
  static List<Group> of(RuleFiles files, Guide guide) {
    var groups = new ArrayList<Group>();
    for (var question : guide.questions()) {
      groups.add(new Group(question.name(), question.asks(), entries(files.in(question.name()))));
    }
    groups.add(new Group(VOCABULARY, null, entries(files.in(VOCABULARY))));
    var named = groups.stream().flatMap(group -> group.files().stream()).map(Entry::path).toList();
    var others =
        files.byPath().keySet().stream()
            .filter(path -> !named.contains(path) && !path.endsWith(MODEL))
            .toList();
    groups.add(new Group("", null, entries(others)));
    groups.removeIf(group -> group.files().isEmpty());
    return groups;
  }

  private static List<Entry> entries(List<String> paths) {
    return paths.stream()
        .map(FileList::entry)
        .sorted(comparing((Entry entry) -> !entry.kind().equals("table")))
        .toList();
  }

  private static Entry entry(String path) {
    var name = path.substring(path.lastIndexOf('/') + 1);
    if (TableText.isTable(path)) {
      return new Entry(path, name.substring(0, name.lastIndexOf('.')).replace('_', ' '), "table");
    }
    if (path.endsWith(EXAMPLES)) {
      return new Entry(path, name, "examples");
    }
    if (path.equals(RuleFiles.QUESTIONS)) {
      return new Entry(path, name, "questions");
    }
    return new Entry(path, name, path.endsWith(".drl") ? "formulas" : "text");
  }
}
