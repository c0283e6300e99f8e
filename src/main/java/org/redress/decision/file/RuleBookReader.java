package org.redress.decision.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.csv.CsvFile;
import org.redress.decision.rule.Example;
import org.redress.decision.rule.Question;
import org.redress.decision.rule.Rule;

/** Reads all files of a rule book and gathers every finding instead of stopping at the first. */
public class RuleBookReader {

  private static final String QUESTIONS = "questions.yml";
  private static final String EXAMPLES = "examples.yml";

  private final Path folder;
  private final Findings findings = new Findings();
  private final MessageDigest digest;

  private RuleBookReader(Path folder) {
    this.folder = folder;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads and checks a folder of rules.
   *
   * @throws RuleBookBroken with every error found, when there is one
   */
  public static Contents read(Path folder) {
    var reader = new RuleBookReader(folder);
    var contents = reader.read();
    if (contents.warnings().stream().anyMatch(Finding::isError)) {
      throw new RuleBookBroken(folder, contents.warnings());
    }
    return contents;
  }

  private Contents read() {
    var yaml = new YamlFile(findings);
    var questions =
        Files.exists(folder.resolve(QUESTIONS))
            ? yaml.questions(QUESTIONS, bytes(QUESTIONS))
            : missingQuestions();
    var phrases = phrases();
    var rules = new ArrayList<Rule>();
    var examples = new ArrayList<Example>();
    var known =
        new Known(
            questions, phrases.stream().map(Contents.Phrase::word).collect(Collectors.toSet()));
    for (var question : questions) {
      for (var file : filesIn(question.name())) {
        if (file.endsWith(".csv")) {
          var table = new TableFile(file, question, known, findings);
          rules.addAll(table.read(csv(file)));
        } else if (file.endsWith("/" + EXAMPLES)) {
          examples.addAll(yaml.examples(file, bytes(file), question.name()));
        } else {
          notRead(file);
        }
      }
    }
    refuseRepeatedNames(rules);
    if (findings.all().stream().noneMatch(Finding::isError)) {
      // Otherwise rows that could not be read would be missed by their examples.
      new Coverage(questions, rules, examples, findings).check();
    }
    var version = HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    return new Contents(version, questions, phrases, rules, examples, findings.all());
  }

  private List<Question> missingQuestions() {
    findings.error(
        QUESTIONS,
        0,
        null,
        "the file is missing in " + folder.toAbsolutePath(),
        "Point to a folder that holds questions.yml and one folder a question.");
    return List.of();
  }

  private List<Contents.Phrase> phrases() {
    var phrases = new ArrayList<Contents.Phrase>();
    for (var file : filesIn("vocabulary")) {
      if (file.endsWith(".csv")) {
        phrases.addAll(new VocabularyFile(file, findings).read(csv(file)));
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
        "this file is not read",
        "Tables are .csv files and examples stand in examples.yml; move anything else away.");
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
            "'%s' is also the name of %s row %d".formatted(rule.name(), first.file(), first.row()),
            "Give each rule a name of its own.");
      }
    }
  }

  private CsvFile csv(String file) {
    var csv = CsvFile.read(bytes(file));
    if (!csv.charset().equals(StandardCharsets.UTF_8)) {
      findings.warning(
          file, 0, null, "not UTF-8, read as " + csv.charset(), "Save it as CSV UTF-8.");
    }
    return csv;
  }

  private byte[] bytes(String file) {
    try {
      var bytes = Files.readAllBytes(folder.resolve(file));
      digest.update(file.getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder.resolve(file), e);
    }
  }

  /** Files of a folder in the order of their names; spreadsheet lock files are none. */
  private List<String> filesIn(String name) {
    var subfolder = folder.resolve(name);
    if (!Files.isDirectory(subfolder)) {
      findings.error(name, 0, null, "the folder is missing", "Add it, with at least one table.");
      return List.of();
    }
    try (Stream<Path> files = Files.list(subfolder)) {
      return files
          .filter(file -> Files.isRegularFile(file) && !isHidden(file.getFileName().toString()))
          .map(file -> name + "/" + file.getFileName())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + subfolder, e);
    }
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("~") || name.endsWith("~");
  }
}
