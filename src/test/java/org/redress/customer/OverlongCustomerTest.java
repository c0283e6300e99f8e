package org.redress.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.FrontDoor;
import org.redress.TestService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A complaint is taken whatever its sender calls itself. */
@TestService
class OverlongCustomerTest {

  @Autowired private Environment settings;

  @Test
  void fieldsThatAreTooLongLoseTheFieldAndNotTheComplaint() throws Exception {
    var door = new FrontDoor(settings);
    var word = "w" + UUID.randomUUID().toString().substring(0, 13);

    door.complain(
        """
        {"text": "The parcel is late. %s", "customer": {"id": "%s", "name": "%s",
         "email": "%s@example.org", "phone": "%s", "tier": "%s"}}
        """
            .formatted(
                word,
                "i".repeat(500),
                "Ada ".repeat(500),
                "a".repeat(500),
                "7".repeat(500),
                "g".repeat(500)));

    await().atMost(Duration.ofSeconds(20)).until(() -> !door.tickets(word).isEmpty());
    assertThat(door.tickets(word).get(0).get("customer").asString())
        .startsWith("Ada Ada")
        .hasSizeLessThanOrEqualTo(200);
  }
}
