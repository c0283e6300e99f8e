package org.redress.desk.api.rulebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.decision.difference.Difference;
import org.redress.decision.difference.FileChange;
import org.redress.decision.file.RuleFiles;
import org.redress.decision.version.Draft;
import org.redress.decision.version.Drafts;
import org.redress.decision.version.RuleBooks;
import org.redress.desk.api.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Drafts of the rule book: their files. */
@RestController
@RequestMapping("/api/v1/rulebook/drafts")
class DraftApi {

  private final Drafts drafts;
  private final RuleBooks books;

  DraftApi(Drafts drafts, RuleBooks books) {
    this.drafts = drafts;
    this.books = books;
  }

  /** What a new draft is called. */
  record Begin(@JsonProperty(required = true) String title) {}

  /** A draft without the content of its files. */
  record DraftJson(
      long id,
      String title,
      String version,
      String base,
      Draft.Status status,
      String author,
      @JsonProperty("changed_by") String changedBy,
      List<String> files,
      List<FileChange> changes) {}

  /** All open drafts. */
  record Open(List<DraftJson> drafts) {}

  @GetMapping
  @Operation(summary = "Drafts that are worked on")
  Open open() {
    return new Open(drafts.open().stream().map(this::json).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Begin a draft from the rule book in force")
  DraftJson begin(@RequestBody Begin begin, Principal me) {
    var base = books.active().version();
    return json(drafts.create(begin.title(), base, books.activeFiles(), me.getName()));
  }

  @GetMapping("/{id}")
  @Operation(summary = "One draft, with what it changes")
  DraftJson show(@PathVariable long id) {
    return json(find(id));
  }

  @GetMapping("/{id}/file")
  @Operation(summary = "A file of a draft; its ETag goes into If-Match when it is saved")
  ResponseEntity<byte[]> file(
      @PathVariable long id,
      @RequestParam String path,
      @RequestParam(defaultValue = "") String as) {
    return FileAnswer.of(path, find(id).files(), as);
  }

  @PutMapping("/{id}/file")
  @Operation(summary = "Save a file of a draft")
  DraftJson save(
      @PathVariable long id,
      @RequestParam String path,
      @RequestHeader(HttpHeaders.IF_MATCH) String seen,
      @RequestBody byte[] content,
      Principal me) {
    if (!RuleFiles.belongs(path) || path.contains("..") || path.contains("\\")) {
      throw Refused.badRequest(
          "'%s' is no file of a rule book. Write folder/name, or questions.yml.".formatted(path));
    }
    return keep(id, path, seen, content, me);
  }

  @DeleteMapping("/{id}/file")
  @Operation(summary = "Remove a file of a draft")
  DraftJson remove(
      @PathVariable long id,
      @RequestParam String path,
      @RequestHeader(HttpHeaders.IF_MATCH) String seen,
      Principal me) {
    return keep(id, path, seen, null, me);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Drop a draft")
  void drop(@PathVariable long id) {
    drafts.end(find(id).id(), Draft.Status.DROPPED);
  }

  private DraftJson keep(
      long id, String path, String seen, byte @Nullable [] content, Principal me) {
    var draft = find(id);
    var present = draft.files().content(path);
    if (!draft.isOpen()) {
      throw Refused.conflict("This draft was put into force or dropped. Begin another one.");
    }
    if (!FileAnswer.tag(present).equals(seen)) {
      throw Refused.changedMeanwhile(draft.changedBy(), path);
    }
    try {
      return json(drafts.save(draft, path, present, content, me.getName()));
    } catch (Drafts.ChangedMeanwhile changed) {
      throw Refused.changedMeanwhile(changed.present().changedBy(), path);
    }
  }

  private Draft find(long id) {
    return drafts
        .find(id)
        .orElseThrow(() -> Refused.notFound("There is no draft %d.".formatted(id)));
  }

  private DraftJson json(Draft draft) {
    return new DraftJson(
        draft.id(),
        draft.title(),
        draft.version(),
        draft.base(),
        draft.status(),
        draft.author(),
        draft.changedBy(),
        List.copyOf(draft.files().byPath().keySet()),
        Difference.between(books.files(draft.base()).orElseThrow(), draft.files()));
  }
}
