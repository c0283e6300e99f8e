package org.redress.desk.rules.file;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.decision.file.Guide;
import org.redress.decision.file.RuleFiles;
import org.redress.decision.version.Draft;
import org.redress.decision.version.Drafts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** Adds files to a draft and removes them. */
@Controller
@RequestMapping("/rules/drafts/{id}/files")
class FileActions {

  private final Drafts drafts;

  FileActions(Drafts drafts) {
    this.drafts = drafts;
  }

  /**
   * Adds a file.
   *
   * @param from the file that is open, to which a refusal leads back
   */
  @PostMapping
  String add(
      @PathVariable long id,
      @RequestParam String folder,
      @RequestParam NewFile.Kind kind,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String from,
      Person me,
      RedirectAttributes after) {
    var draft = open(id);
    var guide = Guide.of(draft.files());
    var file = new NewFile(folder, kind, name.strip());
    var obstacle = file.obstacle(draft.files(), guide);
    if (obstacle.isPresent()) {
      after.addFlashAttribute("refused", "editor.file.refused." + obstacle.get());
      return editor(id, from);
    }
    var content = file.content(draft.files(), guide);
    return save(draft, file.path(), null, content, me, after);
  }

  /**
   * Removes a file.
   *
   * @param seen names what the person saw in it, so that nobody removes what another wrote
   *     meanwhile
   */
  @PostMapping("/remove")
  String remove(
      @PathVariable long id,
      @RequestParam String file,
      @RequestParam String seen,
      Person me,
      RedirectAttributes after) {
    var draft = open(id);
    var present = draft.files().content(file);
    if (present == null || file.equals(RuleFiles.QUESTIONS)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    if (!RuleFiles.tag(present).equals(seen)) {
      return changedMeanwhile(id, file, after);
    }
    return save(draft, file, present, null, me, after);
  }

  private String save(
      Draft draft,
      String file,
      byte @Nullable [] before,
      byte @Nullable [] content,
      Person me,
      RedirectAttributes after) {
    try {
      drafts.save(draft, file, before, content, me.name());
    } catch (Drafts.ChangedMeanwhile meanwhile) {
      return changedMeanwhile(draft.id(), file, after);
    }
    if (content == null) {
      after.addFlashAttribute("done", "editor.file.removed");
      return "redirect:/rules/drafts/" + draft.id();
    }
    after.addFlashAttribute("done", "editor.file.added");
    return editor(draft.id(), file);
  }

  private static String changedMeanwhile(long id, String file, RedirectAttributes after) {
    after.addFlashAttribute("refused", "editor.file.refused.changed");
    return editor(id, file);
  }

  private static String editor(long id, String file) {
    return "redirect:/rules/drafts/%d/edit?file=%s"
        .formatted(id, UriUtils.encode(file, StandardCharsets.UTF_8));
  }

  private Draft open(long id) {
    return drafts
        .find(id)
        .filter(Draft::isOpen)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
