package org.redress.desk.customer;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.Deadline;
import org.redress.deadline.Deadlines;
import org.redress.deadline.clock.ObligationNames;
import org.redress.text.Text;
import org.redress.ticket.Tickets;
import org.redress.ticket.care.CarePlan;
import org.redress.ticket.care.CareRecords;
import org.redress.ticket.care.CareStep;
import org.springframework.stereotype.Component;

/** The care steps as a customer lives through them, and what the customer may count on next. */
@Component
class Promises {

  /** What the customer notices; the others are done behind the scenes. */
  private static final Set<String> NOTICED = Set.of("propose_solution", "give_result", "follow_up");

  private final Tickets tickets;
  private final CarePlan steps;
  private final Deadlines deadlines;
  private final ObligationNames names;

  Promises(Tickets tickets, CarePlan steps, Deadlines deadlines, ObligationNames names) {
    this.names = names;
    this.tickets = tickets;
    this.steps = steps;
    this.deadlines = deadlines;
  }

  /** A stage of the way, reached when a care step is done. */
  enum Stage {
    LISTENED(CareStep.EMPATHISE),
    CAUSE(CareStep.FIND_CAUSE),
    SOLUTION(CareStep.PROPOSE_SOLUTION),
    RESULT(CareStep.GIVE_RESULT),
    FOLLOW_UP(CareStep.FOLLOW_UP);

    private final CareStep reachedBy;

    Stage(CareStep reachedBy) {
      this.reachedBy = reachedBy;
    }

    /** As in the messages, for instance {@code follow_up}. */
    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A stage and when it was reached.
   *
   * @param current whether it is the one being worked on
   */
  record Reached(Stage stage, @Nullable Instant at, boolean current) {}

  /** What is promised next, and until when. */
  record Promise(String obligation, Instant until) {}

  /** A sentence that the law asks for; {@code {due}} in it stands for the time. */
  record Law(Text wording, Instant due) {}

  List<Reached> stages(CustomerView.Case complaint) {
    var finished = steps.finished(tickets.get(complaint.ticketId()));
    var reached =
        Arrays.stream(Stage.values())
            .map(
                stage ->
                    new Reached(
                        stage,
                        finished.stream()
                            .filter(done -> done.step() == stage.reachedBy)
                            .map(CareRecords.Finished::at)
                            .findFirst()
                            .orElse(null),
                        false))
            .toList();
    var current = reached.stream().filter(stage -> stage.at() == null).findFirst();
    return reached.stream()
        .map(s -> new Reached(s.stage(), s.at(), current.equals(Optional.of(s))))
        .toList();
  }

  /** The nearest promise that is not kept yet. */
  Optional<Promise> next(CustomerView.Case complaint) {
    return deadlines.of(complaint.ticketId()).stream()
        .filter(deadline -> NOTICED.contains(deadline.obligation()) && deadline.isOpen())
        .findFirst()
        .map(Promises::promise);
  }

  /** What the law promises the customer, a sentence with its time each. */
  List<Law> laws(CustomerView.Case complaint) {
    return deadlines.of(complaint.ticketId()).stream()
        .filter(Deadline::isOpen)
        .flatMap(
            deadline ->
                names.wording(deadline.obligation()).stream()
                    .map(wording -> new Law(wording, deadline.dueAt())))
        .toList();
  }

  private static Promise promise(Deadline deadline) {
    var due = deadline.dueAt();
    if (due == null) {
      throw new IllegalStateException("an open deadline has no time: " + deadline);
    }
    return new Promise(deadline.obligation(), due);
  }
}
