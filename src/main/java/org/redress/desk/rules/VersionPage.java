package org.redress.desk.rules;

import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.decision.difference.Difference;
import org.redress.decision.difference.FileChange;
import org.redress.decision.file.RuleFiles;
import org.redress.decision.version.PackedFiles;
import org.redress.decision.version.RuleBooks;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A version that is or was in force: what it changed, what its files say; it can come back. */
@Controller
@RequestMapping("/rules/versions/{version}")
class VersionPage {

  private static final RuleFiles NOTHING = new RuleFiles(new TreeMap<>());

  private final RuleBooks books;

  VersionPage(RuleBooks books) {
    this.books = books;
  }

  @GetMapping
  String show(
      @PathVariable String version,
      @RequestParam(required = false) @Nullable String file,
      Model model) {
    var files = files(version);
    var before = books.before(version);
    model.addAttribute(
        "kept",
        books.versions().stream()
            .filter(kept -> kept.version().equals(version))
            .findFirst()
            .orElseThrow(VersionPage::notFound));
    model.addAttribute("active", books.active().version());
    model.addAttribute("before", before.orElse(null));
    model.addAttribute(
        "changes",
        before.flatMap(books::files).map(old -> Difference.between(old, files)).orElse(null));
    model.addAttribute("files", files.byPath().keySet());
    model.addAttribute("file", file == null ? null : whole(files, file));
    return "rules-version";
  }

  /** A whole file in the shape of a change that adds it. */
  private static FileChange whole(RuleFiles files, String path) {
    if (files.content(path) == null) {
      throw notFound();
    }
    var alone = NOTHING.with(path, Objects.requireNonNull(files.content(path)));
    return Difference.between(NOTHING, alone).get(0);
  }

  @GetMapping("/rules.zip")
  ResponseEntity<byte[]> download(@PathVariable String version) {
    var name = ContentDisposition.attachment().filename("rules-%s.zip".formatted(version)).build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .contentType(MediaType.parseMediaType("application/zip"))
        .body(PackedFiles.pack(files(version)));
  }

  @PostMapping("/bring-back")
  String bringBack(@PathVariable String version, Person me, RedirectAttributes after) {
    files(version);
    try {
      books.rollback(version, me.name());
      after.addFlashAttribute("done", "rules.brought_back");
    } catch (RuleBooks.Refused inForce) {
      after.addFlashAttribute("refused", "rules.refused.no_change");
    }
    return "redirect:/rules";
  }

  private RuleFiles files(String version) {
    return books.files(version).orElseThrow(VersionPage::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
