package org.redress.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file with one complaint a line, as JSON; a bad line is reported and the rest goes on. */
class ComplaintLines {

  private final JsonMapper json = JsonMapper.builder().build();
  private final Path file;
  private final PrintWriter talk;

  ComplaintLines(Path file, PrintWriter talk) {
    this.file = file;
    this.talk = talk;
  }

  /**
   * Gives every complaint to {@code taker}.
   *
   * @return whether all lines were good
   */
  boolean forEach(Consumer<DecideInput> taker) throws IOException {
    var good = true;
    int number = 0;
    try (var lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        good &= line.isBlank() || take(line, number, taker);
      }
    }
    return good;
  }

  private boolean take(String line, int number, Consumer<DecideInput> taker) {
    try {
      taker.accept(json.readValue(line, DecideInput.class));
      return true;
    } catch (JacksonException | IllegalArgumentException e) {
      talk.println("%s:%d: %s".formatted(file, number, reason(e)));
      return false;
    }
  }

  private static String reason(RuntimeException e) {
    var what = e instanceof JacksonException bad ? bad.getOriginalMessage() : e.getMessage();
    return what.lines().findFirst().orElse("unreadable")
        + ". Each line is one JSON object with text";
  }
}
