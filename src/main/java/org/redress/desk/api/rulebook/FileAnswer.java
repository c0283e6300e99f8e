package org.redress.desk.api.rulebook;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.decision.file.Guide;
import org.redress.decision.file.RuleFiles;
import org.redress.desk.api.Refused;
import org.redress.table.Table;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file of a rule book as an answer: always to be kept as a file, never shown by a browser. */
public final class FileAnswer {

  private FileAnswer() {}

  /**
   * The answer with a file.
   *
   * @param as {@code csv} or {@code xlsx} turns a table into that form; empty leaves the file as it
   *     is
   */
  public static ResponseEntity<byte[]> of(String path, RuleFiles files, String as) {
    var content = files.content(path);
    if (content == null) {
      throw Refused.notFound(
          "There is no file %s. Files: %s".formatted(path, files.byPath().keySet()));
    }
    var name = path.substring(path.lastIndexOf('/') + 1);
    if (as.isEmpty() || name.endsWith("." + as)) {
      return answer(name, content, content);
    }
    if (!Table.isTable(path)) {
      throw Refused.badRequest("%s is no table; leave 'as' out.".formatted(path));
    }
    var table = Table.read(path, content);
    var plainName = name.substring(0, name.lastIndexOf('.') + 1);
    return switch (as) {
      case "csv" -> answer(plainName + as, content, table.toCsv());
      case "xlsx" -> answer(plainName + as, content, table.toXlsx(words(path, files, table)));
      default -> throw Refused.badRequest("'as' is csv or xlsx.");
    };
  }

  /** The words that the columns offer, so that a spreadsheet program offers them too. */
  private static Map<String, List<String>> words(String path, RuleFiles files, Table table) {
    var guide = Guide.of(files);
    var words = new HashMap<String, List<String>>();
    guide
        .questionOf(path)
        .ifPresent(question -> words.put("answer", List.copyOf(question.answers().keySet())));
    for (var column : table.header()) {
      if (column.startsWith("when ")) {
        guide
            .words(column.substring("when ".length()))
            .ifPresent(known -> words.put(column, known.stream().sorted().toList()));
      }
    }
    return words;
  }

  private static ResponseEntity<byte[]> answer(String name, byte[] kept, byte[] content) {
    return ResponseEntity.ok()
        .eTag(tag(kept))
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(content);
  }

  /** Names a file's content for {@code If-Match}; {@code none} when there is no file. */
  static String tag(byte @Nullable [] content) {
    return "\"" + RuleFiles.tag(content) + "\"";
  }
}
