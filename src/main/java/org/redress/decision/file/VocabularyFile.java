package org.redress.decision.file;

import java.util.ArrayList;
import java.util.List;
import org.redress.decision.finding.Findings;
import org.redress.decision.rule.Condition.Mistake;
import org.redress.decision.rule.WordCondition;
import org.redress.table.Table;
import org.redress.text.Text;

/** Reads a vocabulary table: a name and one phrase in each language a row. */
class VocabularyFile {

  private static final List<String> HEADER = List.of("name", "en", "zh");

  private final String file;
  private final Findings findings;

  VocabularyFile(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  List<Contents.Phrase> read(Table table) {
    table.mistakes().forEach(m -> findings.error(file, m.line(), m.column(), m.what(), m.remedy()));
    if (table.header().isEmpty()) {
      return List.of();
    }
    if (!table.header().equals(HEADER)) {
      findings.error(
          file,
          1,
          null,
          new Text("the columns are %s", "各列是 %s").formatted(table.header()),
          new Text("Write the first line: name,en,zh.", "第一行请写：name,en,zh。"));
      return List.of();
    }
    var phrases = new ArrayList<Contents.Phrase>();
    for (var row : table.rows()) {
      var word = row.cell("name");
      if (!word.matches(WordCondition.WORD)) {
        findings.error(
            file,
            row.line(),
            "name",
            new Text("'%s' is not a name", "“%s”不能作名称").formatted(Mistake.brief(word)),
            new Text("Use letters, digits and _ only.", "请只用文字、数字和 _。"));
      }
      add(phrases, row, "en");
      add(phrases, row, "zh");
    }
    return phrases;
  }

  private void add(List<Contents.Phrase> phrases, Table.Row row, String language) {
    var phrase = row.cell(language);
    if (phrase.isEmpty()) {
      return;
    }
    if (!WordCondition.isPhrase(phrase)) {
      findings.error(
          file,
          row.line(),
          language,
          WordCondition.NO_PHRASE.formatted(Mistake.brief(phrase)),
          WordCondition.WRITE_WORDS);
      return;
    }
    if (row.cell("name").equals(Contents.Phrase.MISSPELT) && !Contents.Phrase.isReadable(phrase)) {
      findings.error(
          file,
          row.line(),
          language,
          new Text("'%s' does not say what the misspelt word stands for", "“%s”没有说明错字应读作什么")
              .formatted(Mistake.brief(phrase)),
          new Text(
              "Write the misspelt word, > and the right one: refnd > refund.",
              "请写错字、> 和正确的字：帐户 > 账户。"));
      return;
    }
    phrases.add(new Contents.Phrase(row.cell("name"), phrase, file, row.line()));
  }
}
