package org.redress.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** What {@code rules check} prints, for people and for programs. */
class RulesCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int check(String rows, String... options) throws IOException {
    write(
        "questions.yml",
        """
        questions:
          - name: topic
            asks: {en: Topic?, zh: 何事？}
            policy: highest
            default: other
            answers:
              delivery: {en: Delivery, zh: 配送}
              billing: {en: Billing, zh: 账单}
              other: {en: Other, zh: 其他}
        """);
    write("vocabulary/words.csv", "name,en,zh\nlate,late,\n");
    write("topic/topic.csv", "name,when mentions,answer,because,because_zh\n" + rows);
    write(
        "topic/examples.yml", "- {given: {text: late}, expect: {answer: delivery, rule: Late}}\n");
    var commands = new CommandLine(new Commands());
    commands.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    var arguments = new ArrayList<>(List.of("rules", "check", folder.toString()));
    arguments.addAll(List.of(options));
    return commands.execute(arguments.toArray(String[]::new));
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }

  @Test
  void warningsComeBeforeHintsAndLeaveTheBookGood() throws IOException {
    var exit = check("Late,late,delivery,Late.,迟。\nNever,late & !late,delivery,Late.,迟。\n");
    assertThat(exit).isZero();
    assertThat(out.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("topic/topic.csv:3:when mentions: warning: "),
            line -> assertThat(line).startsWith("questions.yml:0:topic: hint: "));
    assertThat(err.toString()).contains("2 rules", "0 errors, 1 warning, 1 hint");
  }

  @Test
  void anErrorMakesTheBookBad() throws IOException {
    assertThat(check("Late,late,delivry,Late.,迟。\n")).isEqualTo(1);
    assertThat(out.toString()).startsWith("topic/topic.csv:2:answer: 'delivry' is no answer");
    assertThat(err.toString()).contains("not usable, 1 error, 0 warnings, 0 hints");
  }

  @Test
  void programsReadAnArray() throws IOException {
    assertThat(check("Late,late,delivery,Late.,迟。\n", "--json")).isZero();
    var found = JsonMapper.shared().readTree(out.toString());
    assertThat(found.size()).isEqualTo(1);
    assertThat(found.get(0).get("severity").asString()).isEqualTo("hint");
    assertThat(found.get(0).get("kind").asString()).isEqualTo("unused_answer");
    assertThat(found.get(0).get("file").asString()).isEqualTo("questions.yml");
    assertThat(found.get(0).get("row").asInt()).isZero();
    assertThat(found.get(0).get("column").asString()).isEqualTo("topic");
    assertThat(found.get(0).get("what").asString()).contains("billing");
    assertThat(found.get(0).get("remedy").asString()).isNotEmpty();
  }

  @Test
  void ranksAndCalendarsThatTheSiteLacksAreWarnings() throws IOException {
    var site = folder.resolve("site");
    FileSystemUtils.copyRecursively(Path.of("config"), site);
    FileSystemUtils.copyRecursively(Path.of("rules"), folder.resolve("rules"));
    var teams = site.resolve("teams.yml");
    Files.writeString(teams, Files.readString(teams).replace("director: ", "president: "));
    Files.delete(site.resolve("calendars/cn.yml"));

    assertThat(checkBook("--site", site.toString())).isZero();
    assertThat(out.toString())
        .contains("ladder/ladders.yml", "no team has the rank 'director'")
        .contains("there is no calendar 'cn'");
  }

  @Test
  void aSiteThatCannotBeReadIsNamedByFile() throws IOException {
    var site = folder.resolve("site");
    FileSystemUtils.copyRecursively(Path.of("config"), site);
    FileSystemUtils.copyRecursively(Path.of("rules"), folder.resolve("rules"));
    Files.writeString(site.resolve("teams.yml"), "teams: [");

    assertThat(checkBook("--site", site.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("teams.yml:1");
  }

  private int checkBook(String... options) {
    var commands = new CommandLine(new Commands());
    commands.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    var arguments = new ArrayList<>(List.of("rules", "check", folder.resolve("rules").toString()));
    arguments.addAll(List.of(options));
    return commands.execute(arguments.toArray(String[]::new));
  }
}
