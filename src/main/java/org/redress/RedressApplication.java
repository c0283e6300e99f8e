package org.redress;

import org.redress.command.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the service, or runs one command and ends. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class RedressApplication {

  /** {@code serve} (also without arguments, or with options only), or any other command. */
  public static void main(String[] args) {
    if (Commands.areMeantBy(args)) {
      System.exit(Commands.run(args));
    }
    SpringApplication.run(RedressApplication.class, args);
  }
}
