package org.redress.command.load;

import java.util.Map;
import java.util.concurrent.Callable;
import org.redress.demo.Demo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demo}: fills an empty database with a year of complaints to look at. */
@Command(
    name = "demo",
    description = "Fill an empty database with a year of complaints that ends now.")
public class DemoCommand implements Callable<Integer> {

  private static final int MOST = 2_000_000;

  @Spec private CommandSpec spec;

  @Option(names = "--tickets", defaultValue = "5000", description = "default: ${DEFAULT-VALUE}")
  private int tickets;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "the same seed makes the same year; default: ${DEFAULT-VALUE}")
  private long seed;

  @Override
  public Integer call() {
    if (tickets < 1 || tickets > MOST) {
      throw new ParameterException(
          spec.commandLine(), "--tickets must be 1 to %d, not %d".formatted(MOST, tickets));
    }
    try {
      Demo.fill(tickets, seed, Map.of(), spec.commandLine().getErr());
      return 0;
    } catch (Demo.Refused refused) {
      spec.commandLine().getErr().println(refused.getMessage());
      return 1;
    }
  }
}
