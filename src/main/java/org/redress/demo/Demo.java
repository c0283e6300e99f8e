package org.redress.demo;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.insight.daily.Counting;
import org.redress.intake.preview.Cases;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills the database of a site with a demo year, without starting the service. */
public final class Demo {

  /** What H2 says when another process holds its file. */
  private static final int IN_USE = 90020;

  private static final int TALK_EVERY = 20_000;

  private Demo() {}

  /** The demo year cannot be made here; the message says why and how to go on. */
  public static class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String why, @Nullable Throwable cause) {
      super(why, cause);
    }
  }

  /** Rules, calendars and tables; no channels, no mail, no screens, nothing that runs by itself. */
  @ConfigurationPropertiesScan("org.redress")
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JacksonAutoConfiguration.class
  })
  @ComponentScan(
      basePackages = {
        "org.redress.access",
        "org.redress.calendar",
        "org.redress.compensation",
        "org.redress.complaint",
        "org.redress.customer",
        "org.redress.deadline",
        "org.redress.decision",
        "org.redress.insight.daily",
        "org.redress.storage",
        "org.redress.ticket"
      },
      basePackageClasses = Cases.class,
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern =
                  "org\\.redress\\.(access\\.(signin\\..*|PersonArgument|LoopbackOnly)"
                      + "|ticket\\.((search|fulltext|feed)\\..*"
                      + "|problem\\.(FaultWatch|SameFault|OpenFaults|Recent))"
                      + "|intake\\.preview\\.Preview)"))
  static class Parts {}

  /**
   * Makes the year.
   *
   * @param settings settings of the site, for instance where its database is
   * @param talk told what is going on
   * @throws Refused when there are tickets already, or the service holds the database
   */
  public static void fill(int tickets, long seed, Map<String, String> settings, PrintWriter talk) {
    var began = System.nanoTime();
    try (var context =
        new SpringApplicationBuilder(Parts.class)
            .web(WebApplicationType.NONE)
            .logStartupInfo(false)
            .run(arguments(settings))) {
      refuseRealTickets(context.getBean(JdbcClient.class));
      var file = new SmallFile(context.getBean(JdbcTemplate.class));
      file.begin();
      var rows =
          new DemoYear(new Site(context))
              .make(
                  tickets,
                  seed,
                  context.getBean(Clock.class).instant(),
                  made -> {
                    if (made % TALK_EVERY == 0) {
                      talk.printf("%,d tickets%n", made);
                    }
                  });
      context.getBean(Counting.class).catchUp();
      file.end();
      talk.printf(
          "%,d tickets in %,d rows, and their figures by day, in %d s%n",
          tickets, rows, Duration.ofNanos(System.nanoTime() - began).toSeconds());
    } catch (RuntimeException e) {
      throw refusal(e);
    }
  }

  private static String[] arguments(Map<String, String> settings) {
    return Stream.concat(
            Stream.of("--logging.level.org.redress=warn"),
            settings.entrySet().stream().map(s -> "--%s=%s".formatted(s.getKey(), s.getValue())))
        .toArray(String[]::new);
  }

  private static void refuseRealTickets(JdbcClient jdbc) {
    var there = jdbc.sql("select count(*) from ticket").query(Long.class).single();
    if (there > 0) {
      throw new Refused(
          "There are %,d tickets in this database already. A demo year goes into an empty one only:"
                  .formatted(there)
              + " start it in a folder of its own (copy rules/ and config/ there), or name another"
              + " database, for instance with SPRING_DATASOURCE_URL.",
          null);
    }
  }

  private static RuntimeException refusal(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getErrorCode() == IN_USE) {
        return new Refused(
            "The service is running and holds the database. Stop it, make the demo year, and start it"
                + " again.",
            e);
      }
    }
    return e;
  }
}
