package org.redress.decision.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.redress.decision.finding.Findings;
import org.redress.decision.rule.Example;
import org.redress.decision.rule.Question;
import org.redress.decision.rule.WordCondition;
import org.redress.text.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the YAML files of a rule book; what cannot be read becomes a finding with its line. */
class YamlFile {

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /** The shape of {@code questions.yml}. */
  record Questions(List<Question> questions) {}

  private final Findings findings;

  YamlFile(Findings findings) {
    this.findings = findings;
  }

  List<Question> questions(String file, byte[] bytes) {
    try {
      var questions = MAPPER.readValue(bytes, Questions.class).questions();
      var seen = new HashSet<String>();
      questions.forEach(question -> check(file, question, seen));
      return questions;
    } catch (JacksonException e) {
      unreadable(file, e);
      return List.of();
    }
  }

  private void check(String file, Question question, HashSet<String> seen) {
    if (!seen.add(question.name())) {
      findings.error(
          file,
          0,
          question.name(),
          new Text("asked twice", "问了两次"),
          new Text("Remove one of them.", "请删除其中一个。"));
    }
    for (var answer : question.answers().keySet()) {
      if (!answer.matches(WordCondition.WORD)) {
        findings.error(
            file,
            0,
            question.name(),
            new Text("the answer '%s' is not a plain word", "答案“%s”不是单个的词").formatted(answer),
            new Text("Use letters, digits and _ only.", "请只用文字、数字和 _。"));
      }
    }
    for (var answer : question.defaults()) {
      if (!question.answers().containsKey(answer)) {
        findings.error(
            file,
            0,
            question.name(),
            new Text("the default '%s' is no answer", "默认值“%s”不是答案").formatted(answer),
            new Text("Add it to the answers, or choose one of them.", "请把它加入答案，或选择已有的答案。"));
      }
    }
  }

  List<Example> examples(String file, byte[] bytes, String question) {
    var examples = new ArrayList<Example>();
    ObjectReader entry =
        MAPPER
            .readerFor(Example.Entry.class)
            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    try (JsonParser parser = MAPPER.createParser(bytes)) {
      var first = parser.nextToken();
      if (first == null) {
        return examples;
      }
      if (first != JsonToken.START_ARRAY) {
        findings.error(
            file,
            1,
            null,
            new Text("not a list", "不是列表"),
            new Text("Begin each example with '- given:'.", "每个用例请以“- given:”开头。"));
        return examples;
      }
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        var row = parser.currentTokenLocation().getLineNr();
        Example.Entry read = entry.readValue(parser);
        examples.add(new Example(question, file, row, read.given(), read.expect()));
      }
    } catch (JacksonException e) {
      unreadable(file, e);
    }
    return examples;
  }

  /** The whole file as one value; none when it cannot be read. */
  <T> Optional<T> read(String file, byte[] bytes, TypeReference<T> type) {
    try {
      return Optional.of(MAPPER.readValue(bytes, type));
    } catch (JacksonException e) {
      unreadable(file, e);
      return Optional.empty();
    }
  }

  private void unreadable(String file, JacksonException e) {
    TokenStreamLocation place = e.getLocation();
    var field =
        e instanceof DatabindException databind
            ? databind.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(name -> name != null)
                .reduce((a, b) -> a + "." + b)
                .orElse(null)
            : null;
    var line = place == null ? 0 : Math.max(0, place.getLineNr());
    findings.error(
        file,
        line,
        field,
        new Text("%s", "无法读取：%s")
            .formatted(e.getOriginalMessage().lines().findFirst().orElse("unreadable")),
        new Text(
            "Compare with the entries around it and with rules/README.md.",
            "请对照前后的条目和 rules/README.md。"));
  }
}
