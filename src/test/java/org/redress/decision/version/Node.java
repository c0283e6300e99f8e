package org.redress.decision.version;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.redress.decision.Case;
import org.redress.decision.Circumstances;
import org.redress.decision.DecisionSettings;
import org.redress.decision.Decisions;
import org.redress.decision.rulebook.RuleBook;
import org.redress.storage.Ids;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One node of a service as far as rule books go: its folder, and a database it may share. */
final class Node implements AutoCloseable {

  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  /** Starts a node whose rules stand in {@code home/rules}. */
  Node(String database, Path home, boolean secondPerson) {
    var dataSource =
        new DriverManagerDataSource("jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1", "sa", "");
    Flyway.configure().dataSource(dataSource).load().migrate();
    var folder = home.resolve("rules");
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
    context.registerBean(Clock.class, Clock::systemUTC);
    context.registerBean(
        DecisionSettings.class,
        () ->
            new DecisionSettings(
                folder, home.resolve("note"), Duration.ofSeconds(2), secondPerson));
    context.registerBean(Decisions.class, () -> new Decisions(RuleBook.load(folder)));
    context.register(
        Ids.class,
        VersionStore.class,
        Drafts.class,
        RuleFolder.class,
        Inspector.class,
        Activation.class,
        RuleBookSync.class,
        RuleBooks.class);
    context.refresh();
  }

  RuleBooks books() {
    return context.getBean(RuleBooks.class);
  }

  Drafts drafts() {
    return context.getBean(Drafts.class);
  }

  Decisions decisions() {
    return context.getBean(Decisions.class);
  }

  /** Looks twice, as changed files count when they stayed the same for two looks. */
  void look() {
    context.getBean(RuleBookSync.class).look();
    context.getBean(RuleBookSync.class).look();
  }

  String category(String text) {
    var noon = LocalDateTime.of(2026, 11, 22, 12, 0);
    return decisions()
        .decide(new Case(text, new Circumstances("api", "en", noon, null, Map.of())))
        .the("category");
  }

  @Override
  public void close() {
    context.close();
  }
}
