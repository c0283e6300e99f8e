package org.redress.desk.rules.editor;

import static java.time.temporal.ChronoUnit.MINUTES;

import java.time.Clock;
import java.time.LocalDateTime;
import org.redress.access.Person;
import org.redress.access.SiteSettings;
import org.redress.decision.file.Guide;
import org.redress.decision.file.RuleFiles;
import org.redress.decision.version.Draft;
import org.redress.decision.version.Drafts;
import org.redress.desk.api.rulebook.FileAnswer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The screen on which one file of a draft is worked on. */
@Controller
class EditorPage {

  private final Drafts drafts;
  private final SiteSettings site;
  private final Clock clock;

  EditorPage(Drafts drafts, SiteSettings site, Clock clock) {
    this.drafts = drafts;
    this.site = site;
    this.clock = clock;
  }

  @GetMapping("/rules/drafts/{id}/edit")
  String show(
      @PathVariable long id, @RequestParam(defaultValue = "") String file, Person me, Model model) {
    var draft = drafts.find(id).orElseThrow(EditorPage::notFound);
    var groups = FileList.of(draft.files(), Guide.of(draft.files()));
    if (file.isEmpty() && !groups.isEmpty()) {
      return "redirect:/rules/drafts/%d/edit?file=%s"
          .formatted(id, groups.get(0).files().get(0).path());
    }
    var open =
        groups.stream()
            .flatMap(group -> group.files().stream())
            .filter(entry -> entry.path().equals(file))
            .findFirst()
            .orElseThrow(EditorPage::notFound);
    model.addAttribute("draft", draft);
    model.addAttribute("groups", groups);
    model.addAttribute("file", open);
    model.addAttribute("seen", RuleFiles.tag(contentOf(draft, file)));
    model.addAttribute("questions", Guide.of(draft.files()).questions());
    model.addAttribute("mayChange", me.makesRules() && draft.isOpen());
    model.addAttribute(
        "now", LocalDateTime.ofInstant(clock.instant(), site.timeZone()).truncatedTo(MINUTES));
    return "rule-editor";
  }

  /** A file as it is in the draft. */
  @GetMapping("/rules/drafts/{id}/edit/download")
  ResponseEntity<byte[]> download(
      @PathVariable long id,
      @RequestParam String file,
      @RequestParam(defaultValue = "") String as) {
    return FileAnswer.of(file, drafts.find(id).orElseThrow(EditorPage::notFound).files(), as);
  }

  static byte[] contentOf(Draft draft, String file) {
    var content = draft.files().content(file);
    if (content == null) {
      throw notFound();
    }
    return content;
  }

  static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
