package org.redress.intake.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.AtTheDesk;
import org.redress.ReadyChannel;
import org.redress.TestService;

/** Messages that are tried on channels with a mapping of their own. */
@TestService
class SampleMessageTest extends AtTheDesk {

  private static final String PAGE = "/channels/try";
  private static final String ROUTE =
      """
      - route:
          id: tried
          description: A partner's list
          from:
            uri: webhook:hmac
            steps:
              - to:
                  uri: messages:csv
                  parameters: {except: kind = praise, id: no, text: said, name: who, email: mail}
              - to:
                  uri: direct:intake
      """;

  @Test
  void aTableIsReadAsItsChannelWouldAndNothingIsKept() throws Exception {
    var word = "t" + UUID.randomUUID().toString().substring(0, 13);
    var table =
        """
        no,kind,said,who,mail
        1,complaint,My kettle caught fire %s,Ada Byron,ada@example.org
        2,praise,Thank you,Tom Cole,tom@example.org
        3,complaint,,Eve Hart,eve@example.org
        4,complaint,包裹晚了两周 %s,李雷,li@example.org
        """
            .formatted(word, word);
    try (var channel = ReadyChannel.on(settings, "tried", ROUTE)) {
      var page = tried("tried", table);
      assertThat(page)
          .contains("2 complaints were found in it", "Ada Byron", "李雷", "P1, at once")
          .contains("Would wait on the failure desk", "line 4", "Would be left out", "line 3");

      assertThat(door.tickets(word)).isEmpty();
      assertThat(channel.line().get("today").get("received").asInt()).isZero();
      for (var state : new String[] {"parked", "aside"}) {
        var kept = door.get("/api/v1/failures?channel=tried&state=" + state);
        assertThat(kept.get("failures")).isEmpty();
      }
    }
  }

  @Test
  void whatAReadyFileTakesItTakesHere() throws Exception {
    try (var channel = ReadyChannel.on(settings, "whatsapp")) {
      var sample = new String(ReadyChannel.sample("whatsapp.json"), UTF_8);
      assertThat(tried("whatsapp", sample))
          .contains("It would open a new ticket", "Sheena Nelson", "promised for Monday");
      assertThat(tried("whatsapp", "{\"entry\":[]}")).contains("No complaint was found in it");
      assertThat(tried("whatsapp", "{\"entry\":"))
          .contains("This is not JSON, line 1", "it ends before it is whole");
      assertThat(tried("whatsapp", "{\n  \"entry\": nothing}"))
          .contains("line 2, column", "&#39;nothing&#39; does not belong here");
      assertThat(channel.line().get("name").asString()).isEqualTo("whatsapp");
    }
  }

  @Test
  void aChannelThatKeepsWhatItReadsIsNotTried() throws Exception {
    assertThat(tried("calls", "id,caller\n1,2")).contains("run the command: routes check");
  }

  private String tried(String channel, String message) throws Exception {
    var fields = Map.of("channel", channel, "text", message);
    return signedIn("integrator").submit(PAGE + "?lang=en", PAGE, fields).body();
  }
}
