package org.redress.desk.api.rulebook;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.decision.file.RuleFiles;
import org.redress.desk.api.Refused;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;

/** A file of a rule book as an answer: always to be kept as a file, never shown by a browser. */
final class FileAnswer {

  private FileAnswer() {}

  static ResponseEntity<byte[]> of(String path, RuleFiles files) {
    var content = files.content(path);
    if (content == null) {
      throw Refused.notFound(
          "There is no file %s. Files: %s".formatted(path, files.byPath().keySet()));
    }
    var name = path.substring(path.lastIndexOf('/') + 1);
    return ResponseEntity.ok()
        .eTag(tag(content))
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
    return content == null
        ? "\"none\""
        : "\"" + DigestUtils.md5DigestAsHex(Objects.requireNonNull(content)) + "\"";
  }
}
