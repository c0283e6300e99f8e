package org.redress.decision.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.redress.decision.backtest.BackTest.Status;
import org.redress.storage.Ids;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

class InterruptedBackTestTest {

  @Test
  void aRunThatEndedWithTheServiceSaysSoAfterTheNextStart() {
    var url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    var database = new DriverManagerDataSource(url, "sa", "");
    Flyway.configure().dataSource(database).load().migrate();
    long interrupted;
    long cancelled;
    try (var killed = start(database)) {
      var store = killed.getBean(BackTestStore.class);
      interrupted = store.begin("old", "new", Scope.last(5), "manager", 5).id();
      cancelled = store.begin("old", "new", Scope.last(5), "manager", 5).id();
      store.end(cancelled, Status.CANCELLED);
      store.progress(interrupted, 3);
    }

    try (var again = start(database)) {
      var runs = again.getBean(BackTests.class);
      var run = runs.find(interrupted).orElseThrow();
      assertThat(run.status()).isEqualTo(Status.BROKEN_OFF);
      assertThat(run.done()).isEqualTo(3);
      assertThat(runs.find(cancelled).orElseThrow().status()).isEqualTo(Status.CANCELLED);
    }
  }

  /** The part of a service that runs back-tests. */
  private static AnnotationConfigApplicationContext start(DataSource database) {
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
    context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
    context.registerBean(Clock.class, Clock::systemUTC);
    context.register(Ids.class, BackTestStore.class, PastComplaints.class, BackTests.class);
    context.refresh();
    return context;
  }
}
