package org.redress.ticket.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.FrontDoor;
import org.redress.ManualClock;
import org.redress.RedressApplication;
import org.redress.TestSite;
import org.redress.Visitor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Tickets go to who is there, can and has time; the others wait in their order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssignmentTest {

  private static final Duration SECONDS = Duration.ofSeconds(20);
  private static final String TEAMS =
      """
      teams:
        front_desk:
          name: {en: Front desk, zh: 综合受理组}
          calendar: office
          members: [{user: ann, languages: [en], capacity: 50}]
          ladder: {lead: lea}
        logistics:
          name: {en: Delivery, zh: 物流组}
          calendar: office
          members:
            - {user: bob, languages: [en], capacity: 2}
            - {user: cai, languages: [zh], capacity: 2}
          ladder: {lead: lea, manager: max, director: dan}
        product:
          name: {en: Products, zh: 产品组}
          calendar: office
          members:
            - {user: eve, languages: [en], skills: [product_quality], capacity: 9}
            - {user: fay, languages: [en], skills: [installation_and_repair], capacity: 9}
            - {user: gus, languages: [en], skills: [product_quality], capacity: 9}
          ladder: {lead: lea}
      %s
      users:
      """;

  private final ManualClock clock = new ManualClock();
  private ConfigurableApplicationContext service;
  private FrontDoor door;

  @BeforeAll
  void start() throws Exception {
    var settings = TestSite.settings();
    var staff = new StringBuilder(TEAMS.formatted(others()));
    for (var name : "ann bob cai eve fay gus".split(" ")) {
      staff.append(user(name, "agent"));
    }
    staff.append(user("lea", "lead")).append(user("max", "manager")).append(user("dan", "manager"));
    staff.append(user("admin", "admin"));
    var file = Files.writeString(TestSite.folder().resolve("teams.yml"), staff);
    var policy = Files.readString(Path.of("config/compensation.yml"));
    var budgets = policy.replaceAll("(?m)^  teams: .*$", "");
    settings.put("redress.access.staff-file", file.toString());
    settings.put(
        "redress.compensation.file",
        Files.writeString(file.resolveSibling("compensation.yml"), budgets).toString());
    settings.put("server.port", "0");
    var application = new SpringApplication(RedressApplication.class);
    application.addInitializers(
        context ->
            ((GenericApplicationContext) context)
                .registerBean(
                    "movedClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)));
    service =
        application.run(
            settings.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new));
    door = new FrontDoor(service.getEnvironment());
  }

  private static String others() {
    var others = new StringBuilder();
    for (var team : "safety legal billing service digital".split(" ")) {
      others.append(
          "  %s: {name: {en: %s, zh: %s}, calendar: office, members: [], ladder: {lead: lea}}\n"
              .formatted(team, team, team));
    }
    return others.toString().strip().replaceFirst("^", "  ").replaceFirst("^ {4}", "  ");
  }

  private static String user(String name, String role) {
    return "  - {name: %s, display: {en: %s, zh: %s}, email: %s@x.org, roles: [%s]}\n"
        .formatted(name, name, name, name, role);
  }

  @AfterAll
  void stop() {
    if (service != null) {
      service.close();
    }
  }

  private String complain(String text) throws Exception {
    var word = "W" + UUID.randomUUID();
    door.complain("{\"text\":\"%s %s\"}".formatted(text, word));
    await().atMost(SECONDS).until(() -> door.tickets(word).size() == 1);
    return door.tickets(word).get(0).get("number").asString();
  }

  private String owner(String number) throws Exception {
    var owner = door.get("/api/v1/tickets/" + number).get("owner");
    return owner == null || owner.isNull() ? "nobody" : owner.asString();
  }

  private Visitor visitor(String name) throws Exception {
    var visitor =
        new Visitor(Integer.parseInt(service.getEnvironment().getProperty("local.server.port")));
    visitor.signIn(name, name);
    return visitor;
  }

  @Test
  void languageCapacityAndThePoolInOrder() throws Exception {
    var owners = new HashSet<String>();
    for (int i = 0; i < 2; i++) {
      owners.add(owner(complain("My parcel is late")));
    }
    assertThat(owners).containsExactly("bob");
    assertThat(owner(complain("我的包裹还没送到"))).isEqualTo("cai");
    assertThat(owner(complain("My parcel is late"))).isEqualTo("cai");
    var calm = complain("My parcel is late");
    var urgent = complain("My parcel is late and I am furious");
    assertThat(owner(calm)).isEqualTo("nobody");
    assertThat(owner(urgent)).isEqualTo("nobody");

    var lead = visitor("lea");
    var one = door.tickets("parcel is late").get(0).get("number").asString();
    for (var ticket : door.tickets("parcel is late")) {
      if (ticket.get("owner").asString().equals("bob")) {
        one = ticket.get("number").asString();
      }
    }
    lead.submit(
        "/tickets/" + one, "/tickets/" + one + "/team", Map.of("value", "legal", "reason", "law"));

    await().atMost(SECONDS).until(() -> owner(urgent).equals("bob"));
    assertThat(owner(calm)).isEqualTo("nobody");
  }

  @Test
  void theSkilledInTurnAndNobodyOffDuty() throws Exception {
    var first = owner(complain("The lamp is broken, the quality is poor"));
    var second = owner(complain("The lamp is broken, the quality is poor"));
    assertThat(List.of(first, second)).containsExactlyInAnyOrder("eve", "gus");

    var eve = visitor("eve");
    eve.submit("/account", "/account/duty", Map.of("on", "false"));
    for (int i = 0; i < 3; i++) {
      assertThat(owner(complain("The lamp is broken, the quality is poor"))).isEqualTo("gus");
    }
    eve.submit("/account", "/account/duty", Map.of("on", "true"));
  }

  @Test
  void anOwnerReturnsATicketInTimeAndOnlyTheLeadAfterwards() throws Exception {
    var number = complain("The lamp is broken, the quality is poor");
    var owner = owner(number);
    var agent = visitor(owner);
    var page = "/tickets/" + number;
    agent.submit(page, page + "/return", Map.of("reason", " "));
    assertThat(owner(number)).isEqualTo(owner);
    agent.submit(page, page + "/return", Map.of("reason", "It is about delivery"));
    await().atMost(SECONDS).until(() -> owner(number).equals("ann"));
    assertThat(door.get("/api/v1" + page + "/history").toString()).contains("It is about delivery");

    var late = complain("The lamp is broken, the quality is poor");
    var lateOwner = owner(late);
    clock.advance(Duration.ofDays(10));
    visitor(lateOwner)
        .submit("/tickets/" + late, "/tickets/" + late + "/return", Map.of("reason", "too late"));
    assertThat(door.tickets(late).get(0).get("team").asString()).isEqualTo("product");
    visitor("lea")
        .submit("/tickets/" + late, "/tickets/" + late + "/return", Map.of("reason", "a lead may"));
    assertThat(door.tickets(late).get(0).get("team").asString()).isEqualTo("front_desk");
  }
}
