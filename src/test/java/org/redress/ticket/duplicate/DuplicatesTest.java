package org.redress.ticket.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.AtTheDesk;
import org.redress.CareDesk;
import org.redress.TestService;

/** The same matter told twice: suggested to people, made one with a click, and two again. */
@TestService
class DuplicatesTest extends AtTheDesk {

  private static final Duration SECONDS = Duration.ofSeconds(20);
  private static final String FIRST =
      "The dishwasher I bought in May leaks under the door and ruined the kitchen floor.";
  private static final String AGAIN =
      "I wrote already: my dishwasher leaks under the door, the kitchen floor is ruined.";

  @Test
  void oneMatterByTwoChannelsIsSuggestedMergedAndTakenApartAgain() throws Exception {
    var email = CareDesk.someone();
    var first = desk.complain(FIRST, email);
    var again = byMail(email, AGAIN);
    assertThat(page(first)).contains("Perhaps the same matter", again, "same customer");
    assertThat(page(again)).contains("Perhaps the same matter", "Merge into " + first);
    // The receipts end clocks, too.
    desk.awaitHistory(first, "notice_sent", sent -> true);
    desk.awaitHistory(again, "notice_sent", sent -> true);
    var clocks = clocks(again);
    var clocksOfFirst = clocks(first);

    manager().submit("/tickets/" + again, "/tickets/" + again + "/merge", Map.of("value", first));
    assertThat(desk.ticket(again).get("status").asString()).isEqualTo("closed");
    assertThat(page(again)).contains("This ticket goes on as", first, "Undo the merge");
    assertThat(page(first)).doesNotContain("Perhaps the same matter");
    assertThat(clocks(again)).allSatisfy((clock, due) -> assertThat(due).endsWith("ended"));

    manager().submit("/tickets/" + again, "/tickets/" + again + "/unmerge", Map.of());
    assertThat(desk.ticket(again).get("status").asString()).isEqualTo("new");
    assertThat(clocks(again)).isEqualTo(clocks);
    assertThat(clocks(first)).isEqualTo(clocksOfFirst);
    assertThat(desk.history(again, "unmerged_from")).hasSize(1);
    assertThat(desk.history(first, "unmerged")).hasSize(1);
    assertThat(door.post("/api/v1/tickets/%s/unmerge".formatted(again), "{}").statusCode())
        .isEqualTo(409);
  }

  @Test
  void chineseIsComparedByPairsOfCharacters() throws Exception {
    var email = CareDesk.someone();
    var first = desk.complain("洗碗机漏水，把厨房地板泡坏了，一直没有人上门处理。", email);
    byMail(email, "已经反映过：洗碗机漏水，厨房地板泡坏了，没有人上门。");

    assertThat(manager().open("/tickets/" + first + "?lang=zh_CN").body()).contains("可能是同一件事");
  }

  @Test
  void anotherMatterOfTheSameCustomerIsNotSuggested() throws Exception {
    var email = CareDesk.someone();
    var first = desk.complain(FIRST, email);
    byMail(email, "Your driver was rude to my father on the phone yesterday.");

    assertThat(page(first)).doesNotContain("Perhaps the same matter");
  }

  @Test
  void whoKnowsBetterSaysSo() throws Exception {
    var email = CareDesk.someone();
    var first = desk.complain("Where is parcel 8841220077?", email);
    var again = byMail(email, "No answer on 8841220077 so far, I am waiting in the rain.");
    assertThat(page(first)).contains("same order or account number");

    manager()
        .submit("/tickets/" + first, "/tickets/" + first + "/not-the-same", Map.of("other", again));

    assertThat(page(first)).doesNotContain("Perhaps the same matter");
    assertThat(page(again)).doesNotContain("Perhaps the same matter");
    assertThat(desk.history(again, "not_the_same")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "the red lamp broke, the red lamp broke, 100",
    "the red lamp broke, my blue chair wobbles, 0",
    "'', anything, 0",
    "电视坏了, 电视坏了, 100",
    "'the red lamp broke\n\nOn Monday X wrote:\n> We thank you\n> kindly\n', red lamp broke, 100"
  })
  void measuresHowAlikeTextsAre(String one, String other, int percent) {
    assertThat(Shingles.of(one).percentAlike(Shingles.of(other))).isEqualTo(percent);
  }

  private String page(String number) throws Exception {
    return manager().open("/tickets/" + number + "?lang=en").body();
  }

  /** What is owed, by name: when it is due and whether it was dropped. */
  private Map<String, String> clocks(String number) throws Exception {
    var clocks = new TreeMap<String, String>();
    for (var clock : door.get("/api/v1/tickets/%s/deadlines".formatted(number))) {
      if (clock.get("met_at").isNull()) {
        clocks.put(
            clock.get("obligation").asString(),
            clock.get("due_at").asString("") + (clock.get("ended_at").isNull() ? "" : " ended"));
      }
    }
    return clocks;
  }

  private String byMail(String email, String text) throws Exception {
    var word = "w" + java.util.UUID.randomUUID().toString().substring(0, 13);
    door.mail(email, "About " + word, text);
    await().atMost(SECONDS).until(() -> !door.tickets(word).isEmpty());
    return door.tickets(word).get(0).get("number").asString();
  }
}
