package org.redress.decision.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.decision.finding.Finding;
import org.redress.decision.finding.Findings;
import org.redress.decision.finding.RuleBookBroken;
import org.redress.decision.model.BookModel;
import org.redress.decision.model.ModelFiles;
import org.redress.decision.named.Named;
import org.redress.decision.rule.Example;
import org.redress.decision.rule.Question;
import org.redress.decision.rule.Rule;
import org.redress.decision.rule.WordCondition;
import org.redress.table.Table;
import org.redress.text.Text;

/** Reads all files of a rule book and gathers every finding instead of stopping at the first. */
public class RuleBookReader {

  private static final String QUESTIONS = RuleFiles.QUESTIONS;
  private static final String EXAMPLES = "examples.yml";

  private final RuleFiles files;
  private final Findings findings = new Findings();
  private final List<BookModel> models;

  private RuleBookReader(RuleFiles files) {
    this.files = files;
    this.models = ModelFiles.read(files.contentOf(ModelFiles.FOLDER), findings);
  }

  /**
   * Reads and checks the files of a rule book.
   *
   * @throws RuleBookBroken with every error found, when there is one
   */
  public static Contents read(RuleFiles files) {
    var contents = new RuleBookReader(files).read();
    if (contents.warnings().stream().anyMatch(Finding::isError)) {
      throw new RuleBookBroken(contents.warnings());
    }
    return contents;
  }

  private Contents read() {
    var yaml = new YamlFile(findings);
    var questions = questions(yaml);
    var phrases = phrases();
    var rules = new ArrayList<Rule>();
    var headers = new LinkedHashMap<String, List<String>>();
    var examples = new ArrayList<Example>();
    var known = known(questions, phrases);
    var obligations = new ObligationFile(yaml, findings);
    for (var question : questions) {
      for (var file : filesIn(question.name())) {
        if (Table.isTable(file)) {
          var table = table(file);
          headers.put(file, table.header());
          rules.addAll(new TableFile(file, question, known, findings).read(table));
        } else if (file.endsWith(".drl")) {
          rules.addAll(new FormulaFile(file, question, known, findings).read(bytes(file)));
        } else if (file.endsWith("/" + EXAMPLES)) {
          examples.addAll(yaml.examples(file, bytes(file), question.name()));
        } else if (ObligationFile.is(file)) {
          obligations.read(file, bytes(file), question);
        } else {
          notRead(file);
        }
      }
      obligations.mustAllBeThere(question);
    }
    refuseRepeatedNames(rules);
    checkExamples(questions, rules, examples);
    return new Contents(
        files.version(),
        questions,
        phrases,
        models,
        headers,
        rules,
        obligations.read(),
        examples,
        findings.all());
  }

  private void checkExamples(List<Question> questions, List<Rule> rules, List<Example> examples) {
    if (findings.all().stream().noneMatch(Finding::isError)) {
      // Otherwise rows that could not be read would be missed by their examples.
      new ExampleNames(questions, rules, examples, findings).check();
    }
  }

  private Known known(List<Question> questions, List<Contents.Phrase> phrases) {
    return new Known(
        questions,
        Stream.concat(
                Named.WORDS.stream(),
                phrases.stream()
                    .filter(phrase -> !phrase.isMisspelling())
                    .map(Contents.Phrase::word)
                    .flatMap(word -> Stream.of(word, word + WordCondition.STRONG)))
            .collect(Collectors.toSet()),
        ModelFiles.words(models));
  }

  private List<Question> questions(YamlFile yaml) {
    return files.content(QUESTIONS) == null
        ? missingQuestions()
        : yaml.questions(QUESTIONS, bytes(QUESTIONS));
  }

  private List<Question> missingQuestions() {
    findings.error(
        QUESTIONS,
        0,
        null,
        new Text("the file is missing", "缺少此文件"),
        new Text(
            "Point to a folder that holds questions.yml and one folder a question.",
            "请指向含有 questions.yml 和各判定项文件夹的目录。"));
    return List.of();
  }

  private List<Contents.Phrase> phrases() {
    var phrases = new ArrayList<Contents.Phrase>();
    for (var file : filesIn("vocabulary")) {
      if (Table.isTable(file)) {
        phrases.addAll(new VocabularyFile(file, findings).read(table(file)));
      } else {
        notRead(file);
      }
    }
    return phrases;
  }

  private void notRead(String file) {
    findings.error(
        file,
        0,
        null,
        new Text("this file is not read", "不读取此文件"),
        new Text(
            "Tables are .csv or .xlsx files, formulas .drl files, and examples stand in examples.yml;"
                + " move anything else away.",
            "表格是 .csv 或 .xlsx 文件，公式是 .drl 文件，用例写在 examples.yml 里；其他文件请移走。"));
  }

  private void refuseRepeatedNames(List<Rule> rules) {
    var seen = new HashMap<String, Rule>();
    for (var rule : rules) {
      var first = seen.putIfAbsent(rule.name(), rule);
      if (first != null) {
        findings.error(
            rule.file(),
            rule.row(),
            "name",
            new Text("'%s' is also the name of %s row %d", "“%s”也是 %s 第 %d 行的名称")
                .formatted(rule.name(), first.file(), first.row()),
            new Text("Give each rule a name of its own.", "请给每条规则各自的名称。"));
      }
    }
  }

  private Table table(String file) {
    var table = Table.read(file, bytes(file));
    if (!table.charset().equals(StandardCharsets.UTF_8)) {
      findings.warning(
          file,
          0,
          null,
          new Text("not UTF-8, read as %s", "不是 UTF-8，已按 %s 读取").formatted(table.charset()),
          new Text("Save it as CSV UTF-8.", "请另存为 CSV UTF-8。"));
    }
    return table;
  }

  private byte[] bytes(String file) {
    return Objects.requireNonNull(files.content(file));
  }

  private List<String> filesIn(String folder) {
    var paths = files.in(folder);
    if (paths.isEmpty()) {
      findings.error(
          folder,
          0,
          null,
          new Text("the folder is missing or empty", "此文件夹不存在或是空的"),
          new Text("Add it, with at least one table.", "请建立它，并放入至少一张表格。"));
    }
    return paths;
  }
}
