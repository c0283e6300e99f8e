package org.redress.desk.api.rulebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import org.redress.decision.version.KeptVersion;
import org.redress.decision.version.RuleBooks;
import org.redress.desk.api.Refused;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rule book in force and those before it. */
@RestController
@RequestMapping("/api/v1/rulebook")
class RuleBookApi {

  private final RuleBooks books;

  RuleBookApi(RuleBooks books) {
    this.books = books;
  }

  /** The rule book in force. */
  record Active(KeptVersion active, int rules, int examples, List<String> files) {}

  /** All versions. */
  record Versions(List<KeptVersion> versions) {}

  /** The version to bring back. */
  record Rollback(@JsonProperty(required = true) String version) {}

  @GetMapping
  @Operation(summary = "The rule book in force")
  Active active() {
    var book = books.active();
    return new Active(
        books.versions().get(0),
        book.rules().size(),
        book.examples().size(),
        List.copyOf(books.activeFiles().byPath().keySet()));
  }

  @GetMapping("/file")
  @Operation(summary = "A file of the rule book in force, or of an earlier version")
  ResponseEntity<byte[]> file(
      @RequestParam String path,
      @RequestParam(defaultValue = "") String version,
      @RequestParam(defaultValue = "") String as) {
    var wanted = version.isEmpty() ? books.active().version() : version;
    var files =
        books
            .files(wanted)
            .orElseThrow(() -> Refused.notFound("There is no version %s.".formatted(wanted)));
    return FileAnswer.of(path, files, as);
  }

  @GetMapping("/versions")
  @Operation(summary = "Every version that was in force, the present one first")
  Versions versions() {
    return new Versions(books.versions());
  }

  @PostMapping("/rollback")
  @Operation(summary = "Bring an earlier version back into force")
  Active rollback(@RequestBody Rollback rollback, Principal me) {
    if (books.files(rollback.version()).isEmpty()) {
      throw Refused.notFound("There is no version %s.".formatted(rollback.version()));
    }
    try {
      books.rollback(rollback.version(), me.getName());
    } catch (RuleBooks.Refused refused) {
      throw Refused.conflict("Version %s is in force already.".formatted(rollback.version()));
    }
    return active();
  }
}
