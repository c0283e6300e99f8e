package org.redress.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.redress.command.classifier.ClassifierCommand;
import org.redress.command.load.DemoCommand;
import org.redress.command.load.LoadCommand;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the jar: exit 0 good, 1 the input is bad, 2 the call is wrong. */
@Command(
    name = "redress",
    mixinStandardHelpOptions = true,
    description = "Complaint routing that explains itself.",
    subcommands = {
      DecideCommand.class,
      RoutesCommand.class,
      RulesCommand.class,
      MailCommand.class,
      CalendarCommand.class,
      ClassifierCommand.class,
      LoadCommand.class,
      DemoCommand.class,
      ServeCommand.class
    })
public class Commands {

  /** Whether the arguments name a command other than {@code serve}. */
  public static boolean areMeantBy(String[] args) {
    return args.length > 0
        && !args[0].equals("serve")
        && !(args[0].startsWith("--") && args[0].contains("="))
        && !args[0].startsWith("--spring.");
  }

  /** Runs a command; data goes to standard output, talk to standard error, both as UTF-8. */
  public static int run(String[] args) {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
    return new CommandLine(new Commands())
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .execute(args);
  }
}
