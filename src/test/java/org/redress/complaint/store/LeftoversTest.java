package org.redress.complaint.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.AtTheDesk;
import org.redress.CareDesk;
import org.redress.ManualClock;
import org.redress.TestService;
import org.redress.complaint.Attachment;
import org.redress.complaint.Complaints;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of the contents of files that are taken off replies. */
@TestService
class LeftoversTest extends AtTheDesk {

  private static final Pattern REMOVE = Pattern.compile("formaction=\"([^\"]+/remove)\"");

  @Autowired private Contents contents;
  @Autowired private Complaints complaints;
  @Autowired private JdbcClient jdbc;
  @Autowired private PlatformTransactionManager transactions;

  private final ManualClock clock = new ManualClock();
  private final byte[] steps = ("Turn it twice " + UUID.randomUUID()).getBytes(UTF_8);
  private Leftovers leftovers;
  private String ticket;

  @BeforeEach
  void complain() throws Exception {
    leftovers = new Leftovers(contents, jdbc, transactions, clock);
    ticket = "/tickets/" + desk.complain("The lid is loose.", CareDesk.someone());
  }

  @Test
  void theyGoADayLater() throws Exception {
    enclose(ticket);
    remove(ticket);

    sweepAfter(Duration.ofHours(23));
    assertThat(contents.find(hash())).isPresent();
    sweepAfter(Duration.ofHours(2));
    assertThat(contents.find(hash())).isEmpty();

    enclose(ticket);
    assertThat(contents.find(hash())).contains(steps);
  }

  @Test
  void theyStayAsLongAsAnotherFileHasThem() throws Exception {
    var other = "/tickets/" + desk.complain("The lid is loose.", CareDesk.someone());
    enclose(ticket);
    enclose(other);

    remove(ticket);
    sweepAfter(Duration.ofHours(25));
    assertThat(contents.find(hash())).contains(steps);

    remove(other);
    sweepAfter(Duration.ofHours(25));
    assertThat(contents.find(hash())).isEmpty();
  }

  @Test
  void theyStayWhenSomebodyStoresTheSameJustThen() throws Exception {
    enclose(ticket);
    remove(ticket);
    clock.advance(Duration.ofHours(25));

    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              var same = List.of(Attachment.kept("same.txt", "text/plain", steps));
              complaints.attach(Long.MAX_VALUE, same);
              CompletableFuture.runAsync(leftovers::sweep).join();
            });
    leftovers.sweep();

    assertThat(contents.find(hash())).contains(steps);
  }

  private void sweepAfter(Duration time) {
    clock.advance(time);
    leftovers.sweep();
  }

  private String hash() {
    return Contents.hash(steps);
  }

  private void enclose(String ticket) throws Exception {
    var fields = Map.of("text", "See here", "seen", Instant.now().toString());
    var page = manager().upload(ticket, ticket + "/draft/files", fields, "steps.txt", steps);
    assertThat(page.body()).contains("steps.txt");
  }

  private void remove(String ticket) throws Exception {
    var remove = REMOVE.matcher(manager().open(ticket).body());
    assertThat(remove.find()).isTrue();
    var fields = Map.of("text", "See here", "seen", Instant.now().toString());
    assertThat(manager().submit(ticket, remove.group(1), fields).body())
        .doesNotContain("steps.txt");
  }
}
