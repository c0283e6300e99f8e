package org.redress.ticket.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redress.AtTheDesk;
import org.redress.CareDesk;
import org.redress.CountingService;
import tools.jackson.databind.JsonNode;

/** The same fault at many customers. */
@CountingService
class SurgeTest extends AtTheDesk {

  private static final List<String> WORDINGS =
      List.of(
          "The blender jug K200 cracked along the handle after two weeks.",
          "My K200 blender has a cracked jug, right at the handle.",
          "Handle of the jug cracks, this is the K200 blender from your shop.",
          "K200: the jug of the blender cracked. The handle came off.");
  private static final List<String> CHINESE =
      List.of("手机银行闪退，一打开转账页面就闪退。", "你们的手机银行今天一直闪退，转账页面打不开。", "转账页面进不去，手机银行总是闪退！");

  @Test
  void theTwelfthCustomerWithTheSameFaultRaisesAProblemThatOthersJoin() throws Exception {
    var told = tell(WORDINGS, 11);
    assertThat(desk.ticket(told.get(10)).get("priority").asString()).isNotEqualTo("P2");
    assertThat(reviews()).doesNotContain("blender");

    var twelfth = desk.complain(WORDINGS.get(0), CareDesk.someone());
    assertThat(desk.ticket(twelfth).get("priority").asString()).isEqualTo("P2");
    assertThat(rules(twelfth)).contains("Many with the same fault are for today");
    for (var number : told) {
      desk.awaitHistory(number, "problem", any -> true);
    }
    desk.awaitHistory(twelfth, "problem", any -> true);
    desk.awaitHistory(twelfth, "notice_sent", sent -> sent.toString().contains("surge"));
    assertThat(reviews()).contains("Same fault", "blender", "12 tickets");

    var other = desk.complain("My parcel with the garden chairs is late.", CareDesk.someone());
    var next = desk.complain(WORDINGS.get(1), CareDesk.someone());
    desk.awaitHistory(next, "problem", any -> true);
    assertThat(desk.history(other, "problem")).isEmpty();
    assertThat(reviews()).contains("13 tickets");
  }

  /** Nobody is left out because others were still being looked at, and one problem is opened. */
  @Test
  void manyAtOnceAllJoinOneProblem() throws Exception {
    var writers = Executors.newFixedThreadPool(8);
    try {
      var said =
          IntStream.range(0, 40)
              .mapToObj(n -> "The zip of tent Fjell 3 broke on the first night, zip Fjell.")
              .map(text -> writers.submit(() -> desk.complain(text, CareDesk.someone())))
              .toList();
      for (var one : said) {
        desk.awaitHistory(one.get(), "problem", any -> true);
      }
    } finally {
      writers.shutdown();
    }
    assertThat(reviews()).contains("40 tickets");
  }

  @Test
  void oneCustomerWhoWritesTwelveTimesIsNoSurge() throws Exception {
    var email = CareDesk.someone();
    var last = "";
    for (int i = 0; i < 12; i++) {
      last = desk.complain("The hinge of wardrobe Nordby 7 squeaks terribly.", email);
    }
    assertThat(rules(last)).doesNotContain("Many with the same fault are for today");
    assertThat(reviews()).doesNotContain("wardrobe");
  }

  @Test
  void whatOthersSaidAlikeIsShownWithTheWordsBothUse() throws Exception {
    var told = tell(CHINESE, 3);
    var page = manager().open("/tickets/" + told.get(0) + "?lang=en").body();
    assertThat(page).contains("Others who say much the same", told.get(1), told.get(2), "手机银行");

    manager()
        .submit(
            "/tickets/" + told.get(0),
            "/tickets/%s/links/%s".formatted(told.get(0), told.get(1)),
            Map.of());
    assertThat(desk.history(told.get(1), "linked")).hasSize(1);
  }

  private List<String> tell(List<String> wordings, int customers) throws Exception {
    var numbers = new ArrayList<String>();
    for (int i = 0; i < customers; i++) {
      numbers.add(desk.complain(wordings.get(i % wordings.size()), CareDesk.someone()));
    }
    return numbers;
  }

  private List<String> rules(String number) throws Exception {
    return door.get("/api/v1/tickets/%s/decision".formatted(number)).findValues("rule").stream()
        .map(JsonNode::asString)
        .toList();
  }

  private String reviews() throws Exception {
    return manager().open("/reviews?lang=en").body();
  }
}
