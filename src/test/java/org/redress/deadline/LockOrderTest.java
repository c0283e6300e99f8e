package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.redress.FrontDoor;
import org.redress.TestService;
import org.redress.deadline.clock.Clocks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everybody locks the ticket before what hangs on it. Somebody holds the ticket here, others come
 * to wait for it, and then the holder goes on to what they would hold if they had begun there.
 */
@TestService
class LockOrderTest {

  private static final Duration SECONDS = Duration.ofSeconds(30);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Autowired private Environment settings;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clocks clocks;

  @Test
  void anApproverWaitsForTheTicketAndHoldsNothing() throws Exception {
    var ticket = ticket();
    var offer =
        JSON.readTree(
            new FrontDoor(settings)
                .as("agent")
                .post(
                    "/api/v1/tickets/" + ticket + "/offers",
                    "{\"kind\":\"damages\",\"amount\":1500,\"reason\":\"test\"}")
                .body());
    assertThat(offer.get("state").asString()).isEqualTo("proposed");
    var approval = "/api/v1/compensation/approvals/" + offer.get("id") + "/approve";

    var approved =
        meetsTheHolderOf(
            ticket,
            () -> new FrontDoor(settings).as("director").post(approval, "{}").statusCode(),
            "update award set kind = kind where ticket_id = ?",
            "update deadline set ladder = ladder where ticket_id = ?");

    assertThat(approved).isEqualTo(200);
  }

  @Test
  void theSenderOfReceiptsWaitsForTheTicketAndHoldsNothing() throws Exception {
    var ticket = ticket();
    var id = id(ticket);

    meetsTheHolderOf(
        ticket,
        () -> {
          new TransactionTemplate(transactions)
              .executeWithoutResult(status -> clocks.acknowledged(List.of(id), Instant.now()));
          return true;
        },
        "update deadline set ladder = ladder where ticket_id = ?");
  }

  /** Lets somebody come while the ticket is held; the holder then touches more, and both end. */
  private <T> T meetsTheHolderOf(String ticket, Callable<T> other, String... touches)
      throws Exception {
    var others = Executors.newSingleThreadExecutor();
    try {
      var id = id(ticket);
      var coming = new CompletableFuture<T>();
      new TransactionTemplate(transactions)
          .executeWithoutResult(
              status -> {
                jdbc.sql("select id from ticket where id = ? for update")
                    .param(id)
                    .query()
                    .listOfRows();
                others.submit(() -> coming.completeAsync(() -> call(other), Runnable::run));
                await().pollInSameThread().atMost(SECONDS).until(this::somebodyWaits);
                for (var sql : touches) {
                  assertThat(jdbc.sql(sql).param(id).update()).isPositive();
                }
              });
      return coming.get();
    } finally {
      others.shutdownNow();
    }
  }

  private static <T> T call(Callable<T> other) {
    try {
      return other.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean somebodyWaits() {
    return jdbc.sql(
                "select count(*) from information_schema.sessions where blocker_id = session_id()")
            .query(Long.class)
            .single()
        > 0;
  }

  private long id(String ticket) {
    return jdbc.sql("select id from ticket where number = ?")
        .param(ticket)
        .query(Long.class)
        .single();
  }

  private String ticket() throws Exception {
    var word = "Q" + UUID.randomUUID();
    var door = new FrontDoor(settings);
    var mail = word + "@example.org";
    door.complain(
        JSON.writeValueAsString(
            Map.of("text", "The parcel never came " + word, "customer", Map.of("email", mail))));
    await().atMost(SECONDS).until(() -> door.tickets(word).size() == 1);
    var ticket = door.tickets(word).get(0).get("number").asString();
    await().atMost(SECONDS).until(() -> isAcknowledged(id(ticket)));
    return ticket;
  }

  private boolean isAcknowledged(long id) {
    return jdbc.sql(
            "select met_at is not null from deadline where obligation = 'acknowledge' and ticket_id = ?")
        .param(id)
        .query(Boolean.class)
        .single();
  }
}
