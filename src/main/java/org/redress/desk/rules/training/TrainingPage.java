package org.redress.desk.rules.training;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.redress.access.Person;
import org.redress.table.Table;
import org.redress.ticket.correction.LabelledTickets.Question;
import org.redress.understanding.TextModel;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the service could learn from its own tickets, and what came of it. */
@Controller
@RequestMapping("/rules/training")
class TrainingPage {

  private final Learner learner;
  private final Learnings learnings;
  private final TrainingSettings settings;

  TrainingPage(Learner learner, Learnings learnings, TrainingSettings settings) {
    this.learner = learner;
    this.learnings = learnings;
    this.settings = settings;
  }

  @GetMapping
  String show(@RequestParam(defaultValue = "CATEGORY") Question question, Model model) {
    model.addAttribute("question", question.key());
    model.addAttribute("questions", Question.values());
    model.addAttribute("counts", learner.counts(question));
    model.addAttribute("enough", settings.ofLabel());
    model.addAttribute("card", learner.inForce(question).map(TextModel::card).orElse(null));
    model.addAttribute("running", learnings.isRunning());
    model.addAttribute("last", learnings.last(question).orElse(null));
    return "rules-training";
  }

  @PostMapping
  String learn(
      @RequestParam Question question, Person me, Locale locale, RedirectAttributes after) {
    learnings.begin(List.of(question), me.name(), locale);
    after.addFlashAttribute("done", "training.begun");
    return "redirect:/rules/training?question=" + question;
  }

  /** The labelled tickets as a table for the command {@code classifier train}. */
  @GetMapping("/tickets.csv")
  ResponseEntity<byte[]> tickets(@RequestParam(defaultValue = "CATEGORY") Question question) {
    var label = question.key();
    var rows =
        learner.tickets(question).stream()
            .map(t -> Map.of("ticket", t.number(), "text", t.text(), label, t.label()))
            .map(cells -> new Table.Row(0, cells))
            .toList();
    var file = ContentDisposition.attachment().filename("tickets-%s.csv".formatted(label)).build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
        .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
        .body(Table.of(List.of("ticket", "text", label), rows).toCsv());
  }
}
