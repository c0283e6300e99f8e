package org.redress.desk.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.redress.AtTheDesk;
import org.redress.CareDesk;
import org.redress.TestService;
import org.redress.Visitor;

/** Writing to customers: nothing typed is lost, nothing stale or hasty goes out. */
@TestService
class ReplyTest extends AtTheDesk {

  private static final Duration SECONDS = Duration.ofSeconds(40);
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

  @Test
  void aReplyCanBeTakenBackAndGoesOutWhenItIsNot() throws Exception {
    var ticket = "/tickets/" + desk.complain("The leaflet is hard to read.", CareDesk.someone());
    var words = "We print it larger " + UUID.randomUUID();

    assertThat(send(manager(), ticket, words))
        .contains("Your reply goes out in", "Take back", words);
    var back = manager().submit(ticket, ticket + "/replies/back", Map.of()).body();
    assertThat(back).contains(words, "id=\"reply-text\"").doesNotContain("Take back");
    assertThat(messages(ticket)).doesNotContain(words);

    send(manager(), ticket, words);
    await().atMost(SECONDS).until(() -> messages(ticket).contains(words));
    assertThat(manager().open(ticket).body()).doesNotContain("Take back");
    assertThat(manager().submit(ticket, ticket + "/replies/back", Map.of()).body())
        .contains("had already gone out");
  }

  @Test
  void whatIsTypedIsKeptForItsAuthorOnly() throws Exception {
    var ticket = "/tickets/" + desk.complain("The leaflet is hard to read.", CareDesk.someone());
    var words = "Half a sentence " + UUID.randomUUID();

    save(manager(), ticket, words);
    assertThat(manager().open(ticket).body()).contains(words);
    assertThat(signedIn("director").open(ticket).body()).doesNotContain(words);

    save(manager(), ticket, " ");
    assertThat(manager().open(ticket).body()).doesNotContain(words);
  }

  @Test
  void aStaleReplyIsHeldBackWithWhatHappened() throws Exception {
    var mail = CareDesk.someone();
    var number = desk.complain("The leaflet is hard to read.", mail);
    var ticket = "/tickets/" + number;
    var seen = seen(manager(), ticket);

    door.complain(
        "{\"text\":\"I found it myself\",\"reference\":\"%s\",\"customer\":{\"email\":\"%s\"}}"
            .formatted(number, mail));
    desk.awaitHistory(number, "customer_replied", entry -> true);
    var held =
        manager().submit(ticket, ticket + "/replies", Map.of("text", "Look again", "seen", seen));

    assertThat(held.body())
        .contains("Your reply was held back", "This happened while you were writing", "Look again");
    assertThat(messages(ticket)).doesNotContain("Look again");

    assertThat(send(manager(), ticket, "Glad you did")).contains("Take back");
  }

  @Test
  void readyTextsSpeakTheCustomersLanguageAndTone() throws Exception {
    var english = desk.complain("I am furious, the kettle exploded!", CareDesk.someone());
    var chinese = desk.complain("说明书看不清楚，", CareDesk.someone());

    assertThat(manager().open("/tickets/" + english + "/texts/first_answer").body())
        .contains("Dear Ada Byron", "every reason to be angry", "David Zhou");
    assertThat(manager().open("/tickets/" + chinese + "/texts/first_answer").body())
        .contains("Ada Byron，您好！", "周大卫");
    assertThat(manager().open("/tickets/" + english + "?text=result").body())
        .contains("it is done:");
    assertThat(manager().open("/tickets/" + english + "/texts/nothing").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aNoteTellsTheColleaguesItNames() throws Exception {
    var number = desk.complain("The leaflet is hard to read.", CareDesk.someone());
    var ticket = "/tickets/" + number;

    manager()
        .submit(ticket, ticket + "/notes", Map.of("text", "@lead, please look. @nobody @manager"));

    assertThat(desk.history(number, "mentioned"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.get("newValue").asString()).isEqualTo("lead"));
    desk.awaitHistory(
        number, "notice_sent", entry -> entry.get("newValue").asString().startsWith("mentioned"));
  }

  @Test
  void whoElseIsThereIsShown() throws Exception {
    var number = desk.complain("The leaflet is hard to read.", CareDesk.someone());
    var ticket = "/tickets/" + number;
    var director = signedIn("director");
    var now = Instant.now().plusSeconds(5);

    assertThat(presence(director, ticket, now)).doesNotContain("is looking");
    assertThat(presence(manager(), ticket, now)).contains("is looking at this");
    save(manager(), ticket, "Dear Ada");
    assertThat(presence(director, ticket, now))
        .contains("David Zhou is writing a reply")
        .doesNotContain("has changed");
    assertThat(presence(director, ticket, Instant.EPOCH)).contains("has changed");
  }

  private static String presence(Visitor who, String ticket, Instant changed) throws Exception {
    return who.open(ticket + "/presence?changed=" + changed, "HX-Request", "true").body();
  }

  private static String send(Visitor who, String ticket, String words) throws Exception {
    var fields = Map.of("text", words, "seen", seen(who, ticket));
    return who.submit(ticket, ticket + "/replies", fields).body();
  }

  private static void save(Visitor who, String ticket, String words) throws Exception {
    var fields = Map.of("text", words, "seen", seen(who, ticket));
    assertThat(who.submit(ticket, ticket + "/draft", fields).body()).contains("Draft kept");
  }

  private static String seen(Visitor who, String ticket) throws Exception {
    var found = SEEN.matcher(who.open(ticket).body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private String messages(String ticket) throws Exception {
    return door.get("/api/v1" + ticket).get("conversation").toString();
  }
}
