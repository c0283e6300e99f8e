package org.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.TestSite;
import org.redress.Visitor;
import org.redress.demo.Demo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** A demo year is like a real one: every screen opens on it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = DemoYearTest.Filled.class)
@DirtiesContext
@TestInstance(Lifecycle.PER_CLASS)
class DemoYearTest {

  private static final int TICKETS = 300;
  private static final Map<String, String> SETTINGS = TestSite.settings();

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  private Visitor manager;

  /** Fills the database before the service starts. */
  static class Filled implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      Demo.fill(TICKETS, 7, SETTINGS, new PrintWriter(new StringWriter()));
      TestPropertyValues.of(SETTINGS).applyTo(context);
    }
  }

  @BeforeAll
  void signIn() throws Exception {
    manager = new Visitor(port);
    manager.signIn("manager", "manager");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/queue/all",
        "/queue/overdue",
        "/follow-ups",
        "/reviews",
        "/compensation",
        "/approvals",
        "/dashboard",
        "/dashboard?days=365",
        "/insight/causes",
        "/insight/customers",
        "/insight/rules"
      })
  void opensEveryScreen(String path) throws Exception {
    var page = manager.open(path);
    assertThat(page.statusCode()).as(path).isEqualTo(200);
    assertThat(page.body()).contains("id=\"main\"").doesNotContain("id=\"error\"");
  }

  @Test
  void opensTicketsInEveryState() throws Exception {
    var byStatus =
        jdbc.sql("select status, min(number) as number from ticket group by status")
            .query((row, n) -> Map.entry(row.getString("status"), row.getString("number")))
            .list();
    assertThat(byStatus).extracting(Map.Entry::getKey).contains("open", "solved", "closed");
    for (var ticket : byStatus) {
      for (var part : List.of("", "/why", "/handling")) {
        var page = manager.open("/tickets/" + ticket.getValue() + part);
        assertThat(page.statusCode()).as(ticket + part).isIn(200, 404);
      }
      assertThat(manager.open("/tickets/" + ticket.getValue()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whatCannotBeUnderstoodIsOnTheFailureDeskWithItsReason() throws Exception {
    var integrator = new Visitor(port);
    integrator.signIn("integrator", "integrator");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> integrator.open("/failures?lang=en").body().contains("All 6 in this list"));
    assertThat(integrator.open("/failures?lang=zh_CN").body()).contains("请填写客户所说的内容");
  }

  @Test
  void figuresAreSoundInBothLanguagesLightsAndWidths() throws Exception {
    try (var browser = Browser.open(port)) {
      browser.resize(1440, 1000).signIn("manager");
      for (var path :
          List.of("/dashboard", "/insight/causes", "/insight/customers", "/insight/rules")) {
        browser.go(path + "?lang=zh_CN&theme=dark").isSound();
        browser.go(path + "?lang=en&theme=light").isSound();
      }
      browser.resize(390, 900).go("/dashboard?lang=en&days=90").isSound();
      assertThat(browser.find(".chart-canvas canvas").isDisplayed()).isTrue();
    }
  }

  @Test
  void figuresOpenTheTicketsBehindThem() throws Exception {
    var page = manager.open("/dashboard?days=365").body();
    var links = Pattern.compile("href=\"(/queue/all[^\"]*behind=[^\"]*)\"").matcher(page);
    var opened = links.results().map(link -> link.group(1).replace("&amp;", "&")).toList();
    assertThat(opened).hasSizeGreaterThan(20);
    for (var link : opened) {
      assertThat(manager.open(link).body()).as(link).contains("class=\"chip\"");
    }
    assertThat(numbers(page, "missed-response"))
        .containsExactlyElementsOf(
            newest(
                """
                select ticket_id from deadline where obligation = 'listen' and ended_at is null
                and due_at < current_timestamp and (met_at is null or met_at > due_at)
                """));
    assertThat(numbers(page, "missed-satisfaction"))
        .isNotEmpty()
        .containsExactlyElementsOf(
            newest(
                """
                select ticket_id from care_record where written = 'not_satisfied'
                union select ticket_id from survey where score < 4
                """));
  }

  /** The tickets of the list that a figure leads to, the first fifty. */
  private List<String> numbers(String page, String id) throws Exception {
    var link = Pattern.compile("id=\"" + id + "\" href=\"([^\"]+)\"").matcher(page);
    assertThat(link.find()).as(id).isTrue();
    var list = manager.open(link.group(1).replace("&amp;", "&")).body();
    return Pattern.compile("id=\"row-(RD-\\d+)\"")
        .matcher(list)
        .results()
        .map(row -> row.group(1))
        .toList();
  }

  private List<String> newest(String ids) {
    return jdbc.sql(
            "select number from ticket where id in (%s) order by created_at desc, id desc limit 50"
                .formatted(ids))
        .query(String.class)
        .list();
  }

  @Test
  void figuresAreThereForASpreadsheet() throws Exception {
    var csv = manager.open("/dashboard/figures.csv?days=365").body();
    assertThat(csv.lines().filter(line -> line.startsWith("channel,")))
        .isNotEmpty()
        .allMatch(line -> line.split(",")[3].matches("email|web|phone|api"));
    assertThat(manager.open("/dashboard/figures.xlsx").body()).startsWith("PK");
  }

  @Test
  void agentsSeeNoFiguresAndLeadsNoCustomersLost() throws Exception {
    var agent = new Visitor(port);
    agent.signIn("agent", "agent");
    assertThat(agent.open("/dashboard").statusCode()).isEqualTo(403);
    var lead = new Visitor(port);
    lead.signIn("lead", "lead");
    assertThat(lead.open("/dashboard").statusCode()).isEqualTo(200);
    assertThat(lead.open("/insight/customers").statusCode()).isEqualTo(403);
  }

  @Test
  void aCustomerWhoLeftIsNotedOnceAndCanBeWonBack() throws Exception {
    var number =
        jdbc.sql(
                """
                select max(t.number) from ticket t
                where t.customer_id not in (select customer_id from departure)
                """)
            .query(String.class)
            .single();
    var fields = Map.of("ticket", number.toLowerCase(Locale.ROOT), "way", "LURED");
    var page = "/insight/customers";
    assertThat(manager.submit(page, page + "/left", fields).body()).contains("to be won back");
    assertThat(manager.submit(page, page + "/left", fields).body()).contains("list already");
    var id =
        jdbc.sql(
                "select d.id from departure d join ticket t on t.id = d.ticket_id"
                    + " where t.number = :number")
            .param("number", number)
            .query(Long.class)
            .single();
    manager.submit(page, page + "/" + id + "/tried", Map.of("effort", "OFFER"));
    manager.submit(page, page + "/" + id + "/settled", Map.of("returned", "true"));
    assertThat(count("select count(*) from departure where returned = true and id = " + id))
        .isEqualTo(1);
    var nowhere = Map.of("ticket", "RD-1", "way", "OWN");
    assertThat(manager.submit(page, page + "/left", nowhere).body()).contains("no ticket");
  }

  @Test
  void makesAsManyTicketsAsAskedForOverTheYear() {
    assertThat(count("select count(*) from ticket")).isEqualTo(TICKETS);
    assertThat(count("select count(*) from decision")).isEqualTo(TICKETS);
    assertThat(count("select sum(cases) from day_figure where figure = 'channel'"))
        .isEqualTo(TICKETS);
    assertThat(count("select count(*) from deadline where met_at > due_at")).isPositive();
    assertThat(count("select count(*) from ticket where next_deadline < created_at")).isZero();
    assertThat(count("select count(distinct language) from ticket")).isEqualTo(2);
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  @Test
  void refusesADatabaseThatTheServiceHolds() {
    assertThatThrownBy(() -> Demo.fill(1, 1, SETTINGS, new PrintWriter(new StringWriter())))
        .isInstanceOf(Demo.Refused.class)
        .hasMessageContaining("300 tickets");
  }

  @Test
  void makesTheSameYearOnPostgresAndRefusesASecondOne() throws Exception {
    try (var postgres = EmbeddedPostgres.start()) {
      var settings = TestSite.settings();
      settings.put("spring.datasource.url", postgres.getJdbcUrl("postgres", "postgres"));
      settings.put("spring.datasource.username", "postgres");
      Demo.fill(TICKETS, 7, settings, new PrintWriter(new StringWriter()));
      try (var connection =
              DriverManager.getConnection(postgres.getJdbcUrl("postgres", "postgres"));
          var rows = connection.createStatement().executeQuery("select count(*) from ticket")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getLong(1)).isEqualTo(TICKETS);
      }
      assertThatThrownBy(() -> Demo.fill(1, 1, settings, new PrintWriter(new StringWriter())))
          .isInstanceOf(Demo.Refused.class)
          .hasMessageContaining("tickets in this database already");
    }
  }
}
