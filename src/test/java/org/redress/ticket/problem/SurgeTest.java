package org.redress.ticket.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.CareDesk;
import org.redress.FrontDoor;
import org.redress.TestSite;
import org.redress.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/** The same fault at many customers, in a service of its own: others' complaints would count. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = SurgeTest.Counting.class)
class SurgeTest {

  private static final List<String> WORDINGS =
      List.of(
          "The blender jug K200 cracked along the handle after two weeks.",
          "My K200 blender has a cracked jug, right at the handle.",
          "Handle of the jug cracks, this is the K200 blender from your shop.",
          "K200: the jug of the blender cracked. The handle came off.");
  private static final List<String> CHINESE =
      List.of("手机银行闪退，一打开转账页面就闪退。", "你们的手机银行今天一直闪退，转账页面打不开。", "转账页面进不去，手机银行总是闪退！");

  @LocalServerPort private int port;
  @Autowired private Environment settings;
  private FrontDoor door;
  private CareDesk desk;
  private Visitor visitor;

  /** A service that counts. */
  static class Counting implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      var settings = TestSite.settings();
      settings.put("redress.surge.within", "1h");
      TestPropertyValues.of(settings).applyTo(context);
    }
  }

  @BeforeEach
  void openTheDesk() throws Exception {
    door = new FrontDoor(settings);
    desk = new CareDesk(door);
    visitor = new Visitor(port);
    visitor.signIn("manager", "manager");
  }

  @Test
  void theTwelfthCustomerWithTheSameFaultRaisesAProblemThatOthersJoin() throws Exception {
    var told = tell(WORDINGS, 11);
    assertThat(desk.ticket(told.get(10)).get("priority").asString()).isNotEqualTo("P2");
    assertThat(reviews()).doesNotContain("Same fault");

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
    var page = visitor.open("/tickets/" + told.get(0) + "?lang=en").body();
    assertThat(page).contains("Others who say much the same", told.get(1), told.get(2), "手机银行");

    visitor.submit(
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
    return visitor.open("/reviews?lang=en").body();
  }
}
