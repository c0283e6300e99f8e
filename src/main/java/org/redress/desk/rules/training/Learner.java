package org.redress.desk.rules.training;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.decision.file.RuleFiles;
import org.redress.decision.version.Draft;
import org.redress.decision.version.Draft.Status;
import org.redress.decision.version.Drafts;
import org.redress.decision.version.RuleBooks;
import org.redress.desk.rules.training.Outcome.Kind;
import org.redress.ticket.correction.LabelledTickets;
import org.redress.ticket.correction.LabelledTickets.LabelledTicket;
import org.redress.ticket.correction.LabelledTickets.Question;
import org.redress.understanding.ModelFile;
import org.redress.understanding.TextModel;
import org.redress.understanding.training.Evaluating;
import org.redress.understanding.training.Example;
import org.redress.understanding.training.Training;
import org.springframework.stereotype.Component;

/**
 * Learns a model of a question's answers from tickets that people corrected or closed. The newest
 * fifth is held back: on it a model that learnt from the others is measured against the one in
 * force. When it is better, it goes into force as a version of the rule book like any change.
 */
@Component
class Learner {

  private static final int MOST_TICKETS = 10_000;
  private static final int HELD_BACK = 5;

  /** Less is chance. */
  private static final double LEAST_GAIN = 0.005;

  private static final Training.Settings SETTINGS =
      new Training.Settings(List.of("tickets"), 7, 0.5, 0.6, Map.of());

  private final LabelledTickets tickets;
  private final RuleBooks books;
  private final Drafts drafts;
  private final TrainingSettings settings;
  private final Clock clock;

  Learner(
      LabelledTickets tickets,
      RuleBooks books,
      Drafts drafts,
      TrainingSettings settings,
      Clock clock) {
    this.tickets = tickets;
    this.books = books;
    this.drafts = drafts;
    this.settings = settings;
    this.clock = clock;
  }

  /** Where the model of a question lies in the rule book. */
  static String file(Question question) {
    return "models/%s.model".formatted(question.key());
  }

  /** How many tickets there are to learn from, by answer. */
  Map<String, Long> counts(Question question) {
    return counts(tickets.latest(question, MOST_TICKETS));
  }

  private static Map<String, Long> counts(List<LabelledTicket> read) {
    return read.stream()
        .collect(Collectors.groupingBy(LabelledTicket::label, TreeMap::new, Collectors.counting()));
  }

  /** What there is to learn from, the newest first, for people to keep. */
  List<LabelledTicket> tickets(Question question) {
    return tickets.latest(question, MOST_TICKETS);
  }

  /** The model in force. */
  Optional<TextModel> inForce(Question question) {
    return Optional.ofNullable(books.activeFiles().content(file(question))).map(ModelFile::read);
  }

  /**
   * Learns, measures, and puts a better model into force.
   *
   * @param actor who wants it
   * @param title what a draft is called
   */
  Outcome learn(Question question, String actor, String title) {
    var read = tickets.latest(question, MOST_TICKETS);
    var counts = counts(read);
    var examples =
        read.stream()
            .filter(ticket -> counts.get(ticket.label()) >= settings.ofLabel())
            .map(ticket -> new Example(ticket.text(), ticket.label()))
            .toList();
    var heldBack = examples.subList(0, examples.size() / HELD_BACK);
    var older = Training.learnable(examples.subList(heldBack.size(), examples.size()));
    if (older.isEmpty() || heldBack.isEmpty()) {
      return outcome(Kind.TOO_FEW, read.size(), 0, null, null, null);
    }
    var candidate = new Training(older, SETTINGS).train().model();
    var after = Evaluating.of(candidate, heldBack).macroF1();
    var present = inForce(question);
    var before = present.map(model -> Evaluating.of(model, heldBack).macroF1()).orElse(null);
    if (before != null && after < before + LEAST_GAIN) {
      return outcome(Kind.NOT_BETTER, examples.size(), heldBack.size(), before, after, null);
    }
    var files = books.activeFiles().with(file(question), ModelFile.write(candidate));
    var draft = draft(files, actor, title);
    var kind = present.isEmpty() ? Kind.FIRST : activate(draft, actor);
    return outcome(kind, examples.size(), heldBack.size(), before, after, draft.id());
  }

  /** A draft with the model, in the place of one that an earlier learning left. */
  private Draft draft(RuleFiles files, String actor, String title) {
    var waiting =
        drafts.open().stream()
            .filter(old -> old.title().equals(title) && old.author().equals(actor))
            .filter(old -> old.changedAt().equals(old.createdAt())) // nobody wrote more into it
            .toList();
    var draft = drafts.create(title, books.active().version(), files, actor);
    waiting.forEach(old -> drafts.end(old.id(), Status.DROPPED));
    return draft;
  }

  private Kind activate(Draft draft, String actor) {
    try {
      return books.activate(draft.id(), actor, "") ? Kind.ACTIVATED : Kind.WAITS;
    } catch (RuleBooks.Refused refused) {
      return Kind.REFUSED;
    }
  }

  private Outcome outcome(
      Kind kind,
      int all,
      int heldBack,
      @Nullable Double before,
      @Nullable Double after,
      @Nullable Long draft) {
    return new Outcome(kind, clock.instant(), all, heldBack, before, after, draft);
  }
}
