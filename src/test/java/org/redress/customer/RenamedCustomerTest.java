package org.redress.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.AtTheDesk;
import org.redress.TestService;

/** Customers are found by the name they have now. */
@TestService
class RenamedCustomerTest extends AtTheDesk {

  private static final Duration SECONDS = Duration.ofSeconds(20);

  private final String id = "K-" + UUID.randomUUID();
  private final String email = id.toLowerCase() + "@example.org";
  private final String maiden = word();
  private final String married = word();

  @Test
  void theCompanysOwnSystemsKnowWhatTheirCustomersAreCalled() throws Exception {
    complain("\"id\":\"%s\",\"name\":\"Ada %s\"".formatted(id, maiden));
    await().atMost(SECONDS).until(() -> door.tickets(maiden).size() == 1);

    complain("\"id\":\"%s\",\"name\":\"Ada %s\"".formatted(id, married));

    await().atMost(SECONDS).until(() -> door.tickets(married).size() == 2);
    assertThat(door.tickets(maiden)).isEmpty();
    assertThat(callers(married)).contains("Ada " + married);
    assertThat(callers(maiden)).doesNotContain(maiden);
  }

  @Test
  void whoHadNoNameGetsOneAndStrangersDoNotReplaceIt() throws Exception {
    complain("\"email\":\"%s\"".formatted(email));
    await().atMost(SECONDS).until(() -> door.tickets(email).size() == 1);
    assertThat(callers(maiden)).doesNotContain(maiden);

    complain("\"email\":\"%s\",\"name\":\"Ada %s\"".formatted(email, maiden));
    await().atMost(SECONDS).until(() -> door.tickets(maiden).size() == 2);
    complain("\"email\":\"%s\",\"name\":\"Eve %s\"".formatted(email, married));

    await().atMost(SECONDS).until(() -> door.tickets(maiden).size() == 3);
    assertThat(door.tickets(married)).isEmpty();
    assertThat(callers(maiden)).contains("Ada " + maiden);
  }

  private void complain(String customer) throws Exception {
    door.complain("{\"text\":\"The lid is loose\",\"customer\":{%s}}".formatted(customer));
  }

  private String callers(String name) throws Exception {
    return manager().submit("/calls/new", "/calls/customers", Map.of("name", name)).body();
  }

  private static String word() {
    return "Name" + UUID.randomUUID().toString().substring(0, 8);
  }
}
