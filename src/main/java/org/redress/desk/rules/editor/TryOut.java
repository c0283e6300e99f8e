package org.redress.desk.rules.editor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.access.Person;
import org.redress.decision.Answer;
import org.redress.decision.Case;
import org.redress.decision.Decision;
import org.redress.decision.Proposal;
import org.redress.decision.backtest.PastComplaints;
import org.redress.decision.backtest.Redeciding;
import org.redress.decision.rule.Condition;
import org.redress.decision.rule.Facts;
import org.redress.decision.rule.Rule;
import org.redress.decision.rulebook.RuleBook;
import org.redress.decision.version.RuleBooks;
import org.redress.desk.VisibleTickets;
import org.redress.desk.Words;
import org.springframework.stereotype.Component;

/** Tries a complaint by a draft and by the book in force. */
@Component
class TryOut {

  private static final int MOST_NEAR_MISSES = 20;

  private final Words words;
  private final RuleBooks books;
  private final VisibleTickets tickets;
  private final PastComplaints past;

  TryOut(Words words, RuleBooks books, VisibleTickets tickets, PastComplaints past) {
    this.words = words;
    this.books = books;
    this.tickets = tickets;
    this.past = past;
  }

  /**
   * What came out.
   *
   * @param nearMisses rows of the open file that lack one condition
   * @param mentions the phrases found in the text, by vocabulary word
   */
  record Outcome(
      List<Answered> answers, List<NearMiss> nearMisses, Map<String, List<String>> mentions) {}

  /**
   * An answer by the draft, in words.
   *
   * @param before the answer of the book in force; equal to {@code now} when nothing changes
   */
  record Answered(
      String asks, List<String> now, List<String> before, boolean clash, List<Spoke> spoke) {}

  /** A row that spoke; {@code won} tells whether its answer holds. */
  record Spoke(String file, int row, String rule, boolean won) {}

  /** A row all of whose conditions hold but one. */
  record NearMiss(int row, String rule, String column, String wanted, String seen) {}

  /** The complaint behind a ticket that the person may see. */
  Optional<TriedComplaint> ofTicket(String number, Person me) {
    return tickets
        .find(number.strip().toUpperCase(Locale.ROOT), me)
        .flatMap(ticket -> past.of(ticket.id()))
        .map(TriedComplaint::of);
  }

  /** Decides a complaint by both books; near misses are those of {@code file}. */
  Outcome of(Case complaint, RuleBook draft, String file) {
    var both = new Redeciding(books.active(), draft).decide(complaint);
    var after = both.after();
    var answers =
        draft.questions().stream().map(question -> answered(question.name(), draft, both)).toList();
    return new Outcome(answers, nearMisses(complaint, after, draft, file), after.mentions());
  }

  private Answered answered(String question, RuleBook draft, Redeciding.Both both) {
    var now = both.after().answer(question);
    return new Answered(
        draft.question(question).map(q -> words.text(q.asks())).orElse(question),
        inWords(draft, now),
        inWords(draft, both.before().answer(question)),
        now.clash(),
        Stream.concat(
                now.chosen().stream().map(proposal -> spoke(proposal, true)),
                now.lost().stream().map(proposal -> spoke(proposal, false)))
            .toList());
  }

  private static Spoke spoke(Proposal proposal, boolean won) {
    return new Spoke(proposal.file(), proposal.row(), proposal.rule(), won);
  }

  private List<String> inWords(RuleBook draft, Answer answer) {
    var labels = draft.question(answer.question()).orElseThrow().answers();
    return answer.values().stream()
        .map(
            value -> {
              var label = labels.get(value);
              var word = label == null ? value : words.text(label.label());
              return answer.detailOf(value).map(detail -> word + " " + detail).orElse(word);
            })
        .toList();
  }

  private static List<NearMiss> nearMisses(
      Case complaint, Decision decision, RuleBook draft, String file) {
    var facts = complaint.facts(decision.found());
    decision.answers().forEach(answer -> facts.add(answer.question(), answer.values()));
    return draft.rules().stream()
        .filter(rule -> rule.file().equals(file) && rule.conditions().size() > 1)
        .filter(rule -> rule.inSeason(facts))
        .flatMap(rule -> nearMiss(rule, facts))
        .limit(MOST_NEAR_MISSES)
        .toList();
  }

  private static Stream<NearMiss> nearMiss(Rule rule, Facts facts) {
    List<Condition> failing = rule.conditions().stream().filter(c -> !c.holds(facts)).toList();
    return failing.size() != 1
        ? Stream.empty()
        : failing.stream()
            .map(c -> new NearMiss(rule.row(), rule.name(), c.column(), c.cell(), c.seen(facts)));
  }
}
