package org.redress.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.redress.intake.channel.RoutesCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code routes check}: whether every route file works, as the service would load it. */
@Command(name = "routes", description = "Check route files.")
class RoutesCommand {

  private static final int GOOD = 0;
  private static final int BAD = 1;

  @Spec private CommandSpec spec;

  @Command(
      description = "Loads every route file and sends its sample through it; prints what is wrong.")
  int check(@Parameters(arity = "0..1", defaultValue = "routes", paramLabel = "DIR") Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ParameterException(spec.commandLine(), "%s is no folder".formatted(folder));
    }
    try {
      var result = RoutesCheck.check(folder.toAbsolutePath().normalize());
      result.findings().forEach(spec.commandLine().getOut()::println);
      spec.commandLine()
          .getErr()
          .printf(
              "%s: %d channels, %d errors%n", folder, result.channels(), result.findings().size());
      return result.findings().isEmpty() ? GOOD : BAD;
    } catch (IOException e) {
      spec.commandLine().getErr().printf("%s cannot be read: %s%n", folder, e.getMessage());
      return BAD;
    }
  }
}
