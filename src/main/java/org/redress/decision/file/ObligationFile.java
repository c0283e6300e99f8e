package org.redress.decision.file;

import java.util.LinkedHashMap;
import java.util.Map;
import org.redress.decision.finding.Findings;
import org.redress.decision.obligation.Ladder;
import org.redress.decision.obligation.Obligations;
import org.redress.decision.obligation.Regime;
import org.redress.decision.rule.Question;
import org.redress.text.Nearest;
import org.redress.text.Text;
import tools.jackson.core.type.TypeReference;

/**
 * Reads the files that stand beside the tables of the questions {@code ladder} and {@code legal}.
 */
class ObligationFile {

  private static final String LADDERS = "ladder/ladders.yml";
  private static final String LEGAL = "legal/";

  private final YamlFile yaml;
  private final Findings findings;
  private final Map<String, Ladder> ladders = new LinkedHashMap<>();
  private final Map<String, Regime> regimes = new LinkedHashMap<>();

  ObligationFile(YamlFile yaml, Findings findings) {
    this.yaml = yaml;
    this.findings = findings;
  }

  /** Whether a file is one of them. */
  static boolean is(String file) {
    return file.equals(LADDERS) || (file.startsWith(LEGAL) && file.endsWith(".yml"));
  }

  void read(String file, byte[] bytes, Question question) {
    var answers = question.answers().keySet();
    if (file.equals(LADDERS)) {
      yaml.read(file, bytes, new TypeReference<LinkedHashMap<String, Ladder>>() {})
          .ifPresent(ladders::putAll);
      ladders.keySet().stream()
          .filter(name -> !answers.contains(name))
          .forEach(name -> findings.error(file, 0, name, notAnswer(name, question), addIt(name)));
      answers.stream()
          .filter(name -> !ladders.containsKey(name))
          .forEach(
              name ->
                  findings.error(
                      file,
                      0,
                      name,
                      new Text("there is no ladder '%s'", "没有名为“%s”的升级阶梯").formatted(name),
                      new Text("Add it here.", "请在此添加。")));
    } else {
      var name = file.substring(LEGAL.length(), file.length() - ".yml".length());
      yaml.read(file, bytes, new TypeReference<Regime>() {})
          .ifPresent(regime -> regimes.put(name, regime));
      if (!answers.contains(name)) {
        findings.error(file, 0, null, notAnswer(name, question), addIt(name));
      }
    }
  }

  private static Text notAnswer(String name, Question question) {
    return new Text("'%s' is no answer to %s%s", "“%s”不是 %s 的答案%s")
        .formatted(name, question.name(), Nearest.hint(name, question.answers().keySet()));
  }

  private static Text addIt(String name) {
    return new Text(
            "Add '%s' to the answers in questions.yml, or rename it.",
            "请把“%s”加入 questions.yml 的答案，或改名。")
        .formatted(name);
  }

  /** What was read of {@code question}; an answer without its file is an error. */
  void mustAllBeThere(Question question) {
    if (question.name().equals("legal")) {
      question.answers().keySet().stream()
          .filter(name -> !regimes.containsKey(name))
          .forEach(
              name ->
                  findings.error(
                      LEGAL + name + ".yml",
                      0,
                      null,
                      new Text("the file of the answer '%s' is missing or broken", "答案“%s”的文件缺失或有误")
                          .formatted(name),
                      new Text(
                          "Add it, or take the answer out of questions.yml.",
                          "请添加该文件，或从 questions.yml 中删去该答案。")));
    } else if (question.name().equals("ladder") && ladders.isEmpty()) {
      findings.error(
          LADDERS,
          0,
          null,
          new Text("the file is missing or empty", "文件缺失或为空"),
          new Text("Add it with each ladder.", "请添加，并写明每个升级阶梯。"));
    }
  }

  Obligations read() {
    return new Obligations(ladders, regimes);
  }
}
