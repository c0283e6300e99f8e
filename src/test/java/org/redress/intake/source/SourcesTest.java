package org.redress.intake.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.FrontDoor;
import org.redress.ReadyChannel;
import org.redress.RedressApplication;
import org.redress.TestSite;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.JsonNode;

/** A real broker, a real SFTP server and a real web server to read from, each on this machine. */
class SourcesTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final AtomicInteger FETCHED = new AtomicInteger();
  private static final AtomicBoolean MENDED = new AtomicBoolean();
  private static final AtomicInteger SIGNED_IN = new AtomicInteger();

  @TempDir private static Path folder;
  private static EmbeddedKafkaKraftBroker kafka;
  private static SshServer sftp;
  private static HttpServer web;
  private static ConfigurableApplicationContext service;

  @BeforeAll
  static void start() throws Exception {
    kafka = new EmbeddedKafkaKraftBroker(1, 1, "complaints");
    kafka.afterPropertiesSet();
    startSftp(KeyUtils.generateKeyPair("ssh-rsa", 2048));
    startWeb();
    var settings = TestSite.settings(folder);
    settings.put("server.port", "0");
    settings.put("redress.kafka.brokers", kafka.getBrokersAsString());
    for (var name : Set.of("import", "stranger", "mistyped", "away")) {
      settings.put("redress.sftp." + name + ".host", "127.0.0.1");
      settings.put("redress.sftp." + name + ".port", String.valueOf(sftp.getPort()));
      settings.put("redress.sftp." + name + ".user", "partner");
      settings.put("redress.sftp." + name + ".password", "known to two");
      settings.put("redress.sftp." + name + ".known-hosts", folder.resolve(name).toString());
    }
    settings.put(
        "redress.feeds.reviews.url",
        "http://127.0.0.1:%d/reviews".formatted(web.getAddress().getPort()));
    settings.put("redress.feeds.reviews.every", "200ms");
    settings.put(
        "redress.feeds.broken.url",
        "http://127.0.0.1:%d/broken".formatted(web.getAddress().getPort()));
    settings.put("redress.feeds.broken.every", "100ms");
    settings.put("redress.sftp.mistyped.password", "guessed");
    settings.put("redress.sftp.away.port", TestSite.freePort());
    settings.put("redress.channel-health.look", "100ms");
    settings.put("redress.channel-health.failing-after", "0s");
    service =
        new SpringApplication(RedressApplication.class)
            .run(
                settings.entrySet().stream()
                    .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                    .toArray(String[]::new));
  }

  /** The host is known under its key to one reader, and under another's key to the other. */
  private static void startSftp(KeyPair key) throws IOException {
    sftp = SshServer.setUpDefaultServer();
    sftp.setHost("127.0.0.1");
    sftp.setKeyPairProvider(KeyPairProvider.wrap(key));
    sftp.setPasswordAuthenticator(
        (user, password, session) -> {
          SIGNED_IN.incrementAndGet();
          return user.equals("partner") && password.equals("known to two");
        });
    sftp.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    sftp.setFileSystemFactory(
        new VirtualFileSystemFactory(Files.createDirectories(folder.resolve("partner"))));
    sftp.start();
    var host = "[127.0.0.1]:%d ".formatted(sftp.getPort());
    for (var name : List.of("import", "mistyped", "away")) {
      Files.writeString(
          folder.resolve(name), host + PublicKeyEntry.toString(key.getPublic()) + "\n");
    }
  }

  private static void startWeb() throws IOException {
    var reviews = ReadyChannel.sample("app-reviews.json");
    web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.createContext(
        "/reviews",
        exchange -> {
          // every second call fails, as such pages do
          var fails = FETCHED.incrementAndGet() % 2 == 0;
          exchange.sendResponseHeaders(fails ? 500 : 200, fails ? -1 : reviews.length);
          if (!fails) {
            exchange.getResponseBody().write(reviews);
          }
          exchange.close();
        });
    web.createContext(
        "/broken",
        exchange -> {
          exchange.sendResponseHeaders(MENDED.get() ? 200 : 500, MENDED.get() ? 2 : -1);
          if (MENDED.get()) {
            exchange.getResponseBody().write("{}".getBytes(UTF_8));
          }
          exchange.close();
        });
    web.start();
  }

  @AfterAll
  static void stop() throws IOException {
    service.close();
    kafka.destroy();
    sftp.stop();
    web.stop(0);
  }

  private static Environment settings() {
    return service.getEnvironment();
  }

  @Test
  void poorReviewsBecomeTicketsOnce() throws Exception {
    try (var channel = ReadyChannel.on(settings(), "app-reviews")) {
      var ticket = channel.awaitOneTicket("crashes whenever I press Pay");
      assertThat(ticket.get("subject").asString()).isEqualTo("Cannot pay any more (1/5, 5.12.0)");
      await().atMost(SOON).until(() -> channel.line().get("today").get("duplicates").asInt() >= 2);
      assertThat(channel.line().get("today").get("tickets").asInt()).isEqualTo(1);
      assertThat(channel.line().get("today").get("ignored").asInt()).isEqualTo(1);
    }
  }

  @Test
  void aRecordIsCommittedOnlyWhenItIsStored() throws Exception {
    var record =
        new ProducerRecord<byte[], byte[]>("complaints", ReadyChannel.sample("kafka.json"));
    try (var producer = producer()) {
      producer.send(record).get();
      // reads the record, tells that it has no text, and then fails to hand anything over
      var failing =
          Files.readString(Path.of("routes/kafka.camel.yaml.draft"))
              .replace("text: description", "text: nothing")
              .replace("id: complaintId", "id: summary")
              .replace(
                  "- to:\n            uri: direct",
                  "- setBody: {constant: x}\n        - to:\n            uri: direct");
      try (var channel = ReadyChannel.saved(settings(), "kafka", failing)) {
        await().atMost(SOON).until(() -> failures("kafka").size() == 1);
        assertThat(channel.awaitProblem()).contains("direct:intake takes envelopes");
      }
      try (var channel = ReadyChannel.on(settings(), "kafka")) {
        var ticket = channel.awaitOneTicket("winter coat came in the wrong size");
        assertThat(ticket.get("subject").asString()).isEqualTo("Wrong size delivered twice");
        producer.send(record).get();
        await().atMost(SOON).until(() -> channel.line().get("today").get("received").asInt() == 2);
        assertThat(failures("kafka")).hasSize(1);
      }
    }
  }

  private static JsonNode failures(String channel) throws Exception {
    return new FrontDoor(settings()).get("/api/v1/failures?channel=" + channel).get("failures");
  }

  @Test
  void rowsOfAPartnersFileBecomeTicketsAndABadOneWaits() throws Exception {
    var there = folder.resolve("partner");
    var sample = new String(ReadyChannel.sample("sftp-import.csv"), UTF_8);
    for (int known = 0; known <= 3; known += 3) {
      Files.writeString(there.resolve("list.csv"), sample + "F-1003,,Tom,Baker,,,,\n");
      try (var channel = ReadyChannel.on(settings(), "sftp-import")) {
        await().atMost(SOON).until(() -> Files.notExists(there.resolve("list.csv")));
        assertThat(there.resolve("done/list.csv")).exists();
        channel.awaitReceived(3, known);
        channel.awaitOneTicket("The sofa has a tear");
        channel.awaitOneTicket("收到的床垫有明显污渍");
      }
    }
    assertThat(failures("sftp-import")).hasSize(1);
    assertThat(failures("sftp-import").toString()).contains("list.csv, line 4: there is no text");
  }

  @Test
  void aFeedThatFailsIsSeenOnTheListInTheFiguresAndInANoticeUntilItIsWell() throws Exception {
    var text = draft("app-reviews", "feed:reviews", "feed:broken", "broken");
    try (var channel = ReadyChannel.saved(settings(), "broken", text)) {
      assertThat(channel.awaitProblem())
          .contains("feed broken at 127.0.0.1 cannot be read: it answered 500")
          .contains("Check redress.feeds.broken");
      var down = "redress_channel_up{channel=\"broken\"} 0";
      await().atMost(SOON).until(() -> figures().contains(down));
      await().atMost(SOON).until(() -> !notices("channel_failing", "broken").isEmpty());
      MENDED.set(true);
      await().atMost(SOON).until(() -> "on".equals(channel.line().get("state").asString()));
      await().atMost(SOON).until(() -> !notices("channel_well", "broken").isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource({"mistyped, Auth fail, off", "away, Connection refused, off"})
  void aFolderThatCannotBeReachedSaysWhy(String name, String why, String state) throws Exception {
    var text = draft("sftp-import", "sftp:import", "sftp:" + name, name);
    try (var channel = ReadyChannel.saved(settings(), name, text)) {
      assertThat(channel.awaitProblem())
          .contains("partner@127.0.0.1", why, "Check redress.sftp." + name)
          .doesNotContain("guessed", "known to two");
      assertThat(channel.line().get("state").asString()).isEqualTo(state);
    }
  }

  private static String draft(String file, String source, String other, String id)
      throws IOException {
    return Files.readString(Path.of("routes", file + ".camel.yaml.draft"))
        .replace(source, other)
        .replace("id: " + file, "id: " + id);
  }

  private static String figures() throws Exception {
    return new FrontDoor(settings()).page("/actuator/prometheus");
  }

  private static List<String> notices(String name, String words) {
    return service
        .getBean(JdbcClient.class)
        .sql("select body from notice where name = ? and body like ?")
        .params(name, "%" + words + "%")
        .query(String.class)
        .list();
  }

  @Test
  void manyRecordsAreStoredTogether() throws Exception {
    var records = 40;
    try (var producer = producer()) {
      for (int i = 0; i < records; i++) {
        var text = "{\"complaintId\":\"many-%d\",\"description\":\"The shelf %d sags\"}";
        producer.send(new ProducerRecord<>("complaints", text.formatted(i, i).getBytes(UTF_8)));
      }
      producer.send(new ProducerRecord<>("complaints", null)).get();
    }
    try (var channel = ReadyChannel.on(settings(), "kafka")) {
      await().atMost(SOON).until(() -> stored("many-%").size() == records);
      assertThat(stored("many-%").stream().distinct()).hasSizeLessThan(records / 4);
      assertThat(channel.line().get("state").asString()).isEqualTo("on");
    }
  }

  /** When each was stored; those of one transaction at the same moment. */
  private static List<Instant> stored(String ids) {
    return service
        .getBean(JdbcClient.class)
        .sql("select stored_at from inbox where channel = 'kafka' and external_id like ?")
        .param(ids)
        .query((row, number) -> row.getTimestamp(1).toInstant())
        .list();
  }

  private static KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.<String, Object>of("bootstrap.servers", kafka.getBrokersAsString()),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  @Test
  void tellsNoPasswordToAHostThatIsNotTheOneKnown() throws Exception {
    var another = KeyUtils.generateKeyPair("ssh-rsa", 2048).getPublic();
    Files.writeString(
        folder.resolve("stranger"),
        "[127.0.0.1]:%d %s\n".formatted(sftp.getPort(), PublicKeyEntry.toString(another)));
    var met = new AtomicInteger();
    sftp.addSessionListener(
        new SessionListener() {
          @Override
          public void sessionClosed(Session session) {
            met.incrementAndGet();
          }
        });
    var before = SIGNED_IN.get();
    var text = draft("sftp-import", "sftp:import", "sftp:stranger", "stranger");
    try (var channel = ReadyChannel.saved(settings(), "stranger", text)) {
      await().atMost(SOON).until(() -> met.get() > 0);
      assertThat(SIGNED_IN).hasValue(before);
      assertThat(channel.awaitProblem())
          .contains("HostKey has been changed", "Check redress.sftp.stranger");
    }
  }
}
