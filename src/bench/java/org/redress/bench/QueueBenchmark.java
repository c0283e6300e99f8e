package org.redress.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.management.ManagementFactory;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.redress.RedressApplication;
import org.redress.TestSite;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Whole pages, with the counts of the side bar, over HTTP on 200,000 tickets of which 10,000 are not
 * closed, and one that came in by the front door. The figures are those it prints: how long answers
 * took, and how much processor time the service's own threads needed for each, which tells more on
 * a machine that has other work (PostgreSQL's own work is not in it).
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class QueueBenchmark {

  private static final int WARM_UPS = 30;
  private static final int ASKED = 200;
  private static final byte[] MANAGER = "manager:manager".getBytes(StandardCharsets.UTF_8);
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @Param({"h2", "postgresql"})
  private String database;

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(Redirect.NORMAL)
          .build();
  private EmbeddedPostgres postgres;
  private ConfigurableApplicationContext service;
  private String base;
  private String ticket;

  /** Starts the service, puts the tickets in, and waits until all are found by their words. */
  @Setup(Level.Trial)
  public void start() throws Exception {
    var settings = TestSite.settings();
    settings.put("server.port", TestSite.freePort());
    if (database.equals("postgresql")) {
      postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
      settings.put("spring.datasource.url", postgres.getJdbcUrl("postgres", "postgres"));
      settings.put("spring.datasource.username", "postgres");
    }
    run(settings).close(); // makes the tables
    var user = postgres == null ? "sa" : "postgres";
    try (var connection =
        DriverManager.getConnection(settings.get("spring.datasource.url"), user, "")) {
      ManyTickets.insert(connection, 200_000, 10_000);
    }
    service = run(settings);
    base = "http://127.0.0.1:" + settings.get("server.port");
    signIn();
    var begun = System.nanoTime();
    while (get("/queue/all?q=parcel").contains("still being prepared")) {
      Thread.sleep(500);
    }
    System.out.printf("search index: %.1f s%n", (System.nanoTime() - begun) / 1e9);
    complain();
  }

  private static ConfigurableApplicationContext run(Map<String, String> settings) {
    return SpringApplication.run(
        RedressApplication.class,
        settings.entrySet().stream()
            .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
            .toArray(String[]::new));
  }

  private void signIn() throws Exception {
    var token = TOKEN.matcher(get("/sign-in"));
    token.find();
    http.send(
        HttpRequest.newBuilder(URI.create(base + "/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("name=manager&password=manager&_csrf=" + token.group(1)))
            .build(),
        BodyHandlers.discarding());
  }

  private String get(String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html");
    var answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " answers " + answer.statusCode());
    }
    return answer.body();
  }

  /** A ticket with all that real ones have. */
  private void complain() throws Exception {
    http.send(
        HttpRequest.newBuilder(URI.create(base + "/api/v1/complaints"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(MANAGER))
            .POST(BodyPublishers.ofString("{\"text\": \"My kettle burned my hand, quagga!\"}"))
            .build(),
        BodyHandlers.discarding());
    var number = Pattern.compile("/tickets/RD-\\d+");
    var found = number.matcher(get(asked("quagga")));
    while (!found.find()) {
      Thread.sleep(500);
      found = number.matcher(get(asked("quagga")));
    }
    ticket = found.group();
  }

  private Map<String, String> pages() {
    var pages = new LinkedHashMap<String, String>();
    pages.put("own queue", "/queue/mine");
    pages.put("a team's queue", "/queue/team/billing");
    pages.put("overdue", "/queue/overdue");
    pages.put("all tickets", "/queue/all");
    pages.put("all tickets by priority", "/queue/all?sort=priority");
    pages.put(
        "four filters, newest first",
        "/queue/all?category=billing&emotion=angry&channel=phone&tier=gold&sort=newest");
    pages.put("words of one ticket", asked("order 123457"));
    pages.put("words of 5,000 tickets", asked("batch 17pcs"));
    pages.put("words of 66,666 tickets, Chinese", asked("要求退款"));
    pages.put("one ticket", ticket);
    for (var page :
        List.of(
            "/dashboard",
            "/dashboard?days=365",
            "/insight/causes",
            "/insight/customers",
            "/insight/rules",
            "/follow-ups",
            "/reviews",
            "/compensation",
            "/audit",
            "/people",
            "/notices",
            "/calendars",
            "/calls/new")) {
      pages.put(page, page);
    }
    return pages;
  }

  private static String asked(String words) {
    return "/queue/all?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  /** Asks for every page many times and prints how long the answers took. */
  @Benchmark
  public void pagesInTurn() throws Exception {
    for (var page : pages().entrySet()) {
      for (int i = 0; i < WARM_UPS; i++) {
        get(page.getValue());
      }
      var times = new double[ASKED];
      var work = new double[ASKED];
      for (int i = 0; i < ASKED; i++) {
        var worked = worked();
        var begun = System.nanoTime();
        get(page.getValue());
        times[i] = (System.nanoTime() - begun) / 1e6;
        work[i] = (worked() - worked) / 1e6;
      }
      Arrays.sort(times);
      Arrays.sort(work);
      System.out.printf(
          "%n%s, %s: median %.0f ms, p95 %.0f ms, worst %.0f ms; CPU median %.0f ms, p95 %.0f ms",
          database,
          page.getKey(),
          times[ASKED / 2],
          times[ASKED * 95 / 100],
          times[ASKED - 1],
          work[ASKED / 2],
          work[ASKED * 95 / 100]);
    }
  }

  /** The processor time that the threads which answer have used so far, in nanoseconds. */
  private static long worked() {
    var threads = ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(thread -> thread != null && thread.getThreadName().startsWith("http-"))
        .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
        .sum();
  }

  /** Stops what was started. */
  @TearDown(Level.Trial)
  public void stop() throws Exception {
    service.close();
    if (postgres != null) {
      postgres.close();
    }
  }
}
