package org.redress.decision.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.decision.finding.Findings;
import org.redress.text.Text;
import org.redress.understanding.InvalidModel;
import org.redress.understanding.ModelFile;

/** Reads the models that lie in a rule book; it may have none. */
public final class ModelFiles {

  /** Where they lie. */
  public static final String FOLDER = "models";

  private static final String NAME = "[\\p{L}\\p{N}_-]+";

  private static final Text NOT_READ = new Text("this file is not read", "不读取此文件");
  private static final Text NAME_THEM_SO =
      new Text(
          "Models are files like product.model, their names letters, digits, _ and -.",
          "模型文件名形如 product.model，只用文字、数字、_ 和 -。");

  private ModelFiles() {}

  /** Reads the files of the folder, by their paths; what is wrong with one becomes a finding. */
  public static List<BookModel> read(Map<String, byte[]> byPath, Findings findings) {
    var models = new ArrayList<BookModel>();
    byPath.forEach(
        (path, bytes) -> {
          var name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("[.][^.]*$", "");
          if (path.endsWith(ModelFile.ENDING) && name.matches(NAME)) {
            read(path, name, bytes, findings).ifPresent(models::add);
          } else {
            findings.error(path, 0, null, NOT_READ, NAME_THEM_SO);
          }
        });
    return models;
  }

  private static Optional<BookModel> read(
      String path, String name, byte[] bytes, Findings findings) {
    try {
      return Optional.of(new BookModel(name, ModelFile.version(bytes), ModelFile.read(bytes)));
    } catch (InvalidModel broken) {
      findings.error(path, 0, null, broken.what(), broken.remedy());
      return Optional.empty();
    }
  }

  /** The words that rules may use of these models. */
  public static Set<String> words(List<BookModel> models) {
    return models.stream().flatMap(BookModel::words).collect(Collectors.toSet());
  }
}
