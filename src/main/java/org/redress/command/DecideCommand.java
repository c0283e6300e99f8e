package org.redress.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.redress.decision.Decisions;
import org.redress.decision.file.RuleBookBroken;
import org.redress.decision.rulebook.RuleBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code decide}: one complaint a line in, one decision a line out. */
@Command(name = "decide", description = "Decide each complaint of a JSON-lines file.")
class DecideCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--rules", defaultValue = "rules", description = "Folder of the rule book.")
  private Path rules;

  @Parameters(paramLabel = "FILE.jsonl")
  private Path file;

  private final JsonMapper json = JsonMapper.builder().build();

  @Override
  public Integer call() throws IOException {
    var talk = spec.commandLine().getErr();
    try (var lines = Files.newBufferedReader(file)) {
      var decisions = new Decisions(RuleBook.load(rules));
      return decideAll(decisions, lines, spec.commandLine().getOut(), talk) ? 0 : 1;
    } catch (RuleBookBroken | IOException e) {
      talk.println(e instanceof IOException ? "cannot read " + e.getMessage() : e.getMessage());
      return 1;
    }
  }

  private boolean decideAll(
      Decisions decisions, BufferedReader lines, PrintWriter data, PrintWriter talk)
      throws IOException {
    var good = true;
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        var complaint = json.readValue(line, DecideInput.class);
        var decision = decisions.decide(complaint.asCase(ZoneId.systemDefault()));
        data.println(json.writeValueAsString(DecideOutput.of(complaint.id(), decision)));
      } catch (JacksonException | IllegalArgumentException e) {
        good = false;
        talk.println("%s:%d: %s".formatted(file, number, reason(e)));
      }
    }
    data.flush();
    return good;
  }

  private static String reason(RuntimeException e) {
    var what = e instanceof JacksonException bad ? bad.getOriginalMessage() : e.getMessage();
    return what.lines().findFirst().orElse("unreadable")
        + ". Each line is one JSON object with text";
  }
}
