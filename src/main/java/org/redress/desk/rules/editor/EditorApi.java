package org.redress.desk.rules.editor;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.decision.difference.Difference;
import org.redress.decision.difference.FileChange;
import org.redress.decision.file.Guide;
import org.redress.decision.file.RuleFiles;
import org.redress.decision.version.Draft;
import org.redress.decision.version.Drafts;
import org.redress.decision.version.Inspector;
import org.redress.desk.Words;
import org.redress.desk.rules.editor.Columns.Column;
import org.redress.desk.rules.editor.FileView.Edit;
import org.redress.table.Table;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** What the editor's script asks for: files, saving, marks. */
@RestController
@RequestMapping("/rules/drafts/{id}/edit")
class EditorApi {

  private final Drafts drafts;
  private final Inspector inspector;
  private final Columns columns;
  private final Words words;

  EditorApi(Drafts drafts, Inspector inspector, Columns columns, Words words) {
    this.drafts = drafts;
    this.inspector = inspector;
    this.columns = columns;
    this.words = words;
  }

  /** A file with what its columns may hold. */
  record Opened(FileView file, List<Column> columns) {}

  /**
   * What somebody else saved meanwhile.
   *
   * @param change from their file to the one that was to be saved
   */
  record Conflict(String who, FileView theirs, List<FileChange> change) {}

  /** What keeping an uploaded file would change; nothing may be kept while there are mistakes. */
  record Compared(FileView file, List<FileChange> change, List<Mistake> mistakes) {}

  /** What cannot be read in an uploaded file, in the reader's language. */
  record Mistake(int line, @Nullable String column, String what, String remedy) {}

  @GetMapping("/file")
  Opened open(@PathVariable long id, @RequestParam String file) {
    var draft = draft(id);
    return new Opened(
        FileView.of(file, EditorPage.contentOf(draft, file)),
        columns.of(file, Guide.of(draft.files())));
  }

  /** Saves a file, unless somebody else did since it was opened; then 409 tells what they say. */
  @PutMapping("/file")
  ResponseEntity<?> save(
      @PathVariable long id, @RequestParam String file, @RequestBody Edit edit, Person me) {
    var draft = draft(id);
    if (!draft.isOpen()) {
      throw new ResponseStatusException(HttpStatus.GONE);
    }
    var before = EditorPage.contentOf(draft, file);
    var content = edit.content(file, before);
    if (!RuleFiles.tag(before).equals(edit.seen())) {
      return conflict(draft, file, content);
    }
    try {
      var saved = drafts.save(draft, file, before, content, me.name());
      return ResponseEntity.ok(FileView.of(file, EditorPage.contentOf(saved, file)));
    } catch (Drafts.ChangedMeanwhile meanwhile) {
      return conflict(meanwhile.present(), file, content);
    }
  }

  private ResponseEntity<?> conflict(Draft present, String file, byte[] mine) {
    var theirs = FileView.of(file, EditorPage.contentOf(present, file));
    var who = words.person(present.changedBy());
    return ResponseEntity.status(HttpStatus.CONFLICT)
        .body(new Conflict(who, theirs, change(present.files(), file, mine)));
  }

  private static List<FileChange> change(RuleFiles files, String file, byte[] content) {
    return Difference.between(files, files.with(file, content));
  }

  /** Reads an uploaded file and tells what would change; keeps nothing. */
  @PostMapping("/compare")
  Compared compare(
      @PathVariable long id, @RequestParam String file, @RequestParam MultipartFile upload)
      throws IOException {
    var draft = draft(id);
    var content = upload.getBytes();
    List<Mistake> mistakes = List.of();
    if (TableText.isTable(file)) {
      var name = Objects.requireNonNullElse(upload.getOriginalFilename(), file);
      var table = Table.read(TableText.isTable(name) ? name : file, content);
      mistakes = table.mistakes().stream().map(this::mistake).toList();
      content = TableText.converted(file, table, content, draft.files().content(file));
    }
    return new Compared(FileView.of(file, content), change(draft.files(), file, content), mistakes);
  }

  private Mistake mistake(Table.Mistake mistake) {
    return new Mistake(
        mistake.line(), mistake.column(), words.text(mistake.what()), words.text(mistake.remedy()));
  }

  /**
   * Checks the draft as it is saved.
   *
   * @param whole whether to look beyond errors and examples, which takes longer: for rows that can
   *     never matter, contradictions, gaps, and what nothing uses
   */
  @GetMapping("/check")
  Checked check(
      @PathVariable long id,
      @RequestParam String file,
      @RequestParam(defaultValue = "false") boolean whole) {
    var draft = draft(id);
    var inspection = inspector.inspect(draft.files());
    var findings = whole ? inspector.check(draft.files()) : inspection.findings();
    var seen = RuleFiles.tag(EditorPage.contentOf(draft, file));
    return Checked.of(inspection, findings, seen, words);
  }

  private Draft draft(long id) {
    return drafts.find(id).orElseThrow(EditorPage::notFound);
  }
}
