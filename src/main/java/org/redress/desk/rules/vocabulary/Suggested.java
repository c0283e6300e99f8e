package org.redress.desk.rules.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.redress.decision.file.Contents;
import org.redress.decision.file.RuleFiles;
import org.redress.decision.rule.Condition;
import org.redress.decision.rule.Facts;
import org.redress.decision.rulebook.RuleBook;
import org.redress.decision.version.RuleBooks;
import org.redress.table.Table;
import org.redress.ticket.correction.LabelledTickets;
import org.redress.ticket.correction.LabelledTickets.LabelledTicket;
import org.redress.ticket.correction.LabelledTickets.Question;
import org.redress.understanding.phrase.Mark;
import org.redress.understanding.phrase.Marking;
import org.redress.understanding.phrase.Marking.Labelled;
import org.springframework.stereotype.Component;

/** Phrases that mark a category in tickets and that the vocabulary in force does not hold. */
@Component
class Suggested {

  private static final String CATEGORY = "category";
  private static final int MOST_TICKETS = 5_000;
  private static final int MOST_PHRASES = 50;

  private final LabelledTickets tickets;
  private final RuleBooks books;

  Suggested(LabelledTickets tickets, RuleBooks books) {
    this.tickets = tickets;
    this.books = books;
  }

  /**
   * A phrase with tickets that have it.
   *
   * @param words vocabulary words by which rules know the category
   */
  record Phrase(Mark mark, List<LabelledTicket> samples, List<String> words) {}

  /**
   * What tickets suggest.
   *
   * @param tickets how many were looked at
   * @param corrected how many of them people had corrected
   */
  record Suggestions(int tickets, long corrected, List<Phrase> phrases) {}

  Suggestions find() {
    var read = tickets.latest(Question.CATEGORY, MOST_TICKETS);
    var book = books.active();
    var known = book.question(CATEGORY).map(q -> q.defaults()).orElse(List.of());
    var used = read.stream().filter(ticket -> !known.contains(ticket.label())).toList();
    var marks =
        new Marking(used.stream().map(t -> new Labelled(t.text(), t.label())).toList())
            .marks(phrase -> !book.mentions(phrase).isEmpty(), MOST_PHRASES);
    var words = wordsByCategory(book);
    var phrases =
        marks.stream()
            .map(
                mark ->
                    new Phrase(
                        mark,
                        mark.samples().stream().map(used::get).toList(),
                        words.getOrDefault(mark.label(), List.of())))
            .filter(phrase -> !phrase.words().isEmpty())
            .toList();
    return new Suggestions(
        used.size(), used.stream().filter(LabelledTicket::corrected).count(), phrases);
  }

  /** The vocabulary words that rules on a category ask for, in the order of the rules. */
  private static Map<String, List<String>> wordsByCategory(RuleBook book) {
    var words = new LinkedHashMap<String, List<String>>();
    book.question(CATEGORY).stream()
        .flatMap(question -> book.rulesOf(question).stream())
        .forEach(
            rule ->
                words.merge(
                    rule.answer(),
                    rule.conditions().stream()
                        .flatMap(Condition::wordTests)
                        .filter(test -> test.column().equals(Facts.MENTIONS))
                        .flatMap(test -> test.anyOf().stream().flatMap(List::stream))
                        .distinct()
                        .toList(),
                    Suggested::joined));
    return words;
  }

  private static List<String> joined(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }

  /** The file that holds a vocabulary word. */
  static String fileOf(Contents contents, String word) {
    return contents.phrases().stream()
        .filter(phrase -> phrase.word().equals(word))
        .findFirst()
        .orElseThrow()
        .file();
  }

  /** A vocabulary file with a phrase more, below the others of its word. */
  static byte[] with(RuleFiles files, String file, String word, String phrase) {
    var table = Table.read(file, files.content(file));
    var chinese = phrase.codePoints().anyMatch(Character::isIdeographic);
    var row = new LinkedHashMap<String, String>();
    row.put("name", word);
    row.put("en", chinese ? "" : phrase);
    row.put("zh", chinese ? phrase : "");
    var rows = new ArrayList<>(table.rows());
    int at = rows.size();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).cell("name").equals(word)) {
        at = i + 1;
      }
    }
    rows.add(at, new Table.Row(0, row));
    return Table.of(table.header(), rows).toFile(file);
  }
}
