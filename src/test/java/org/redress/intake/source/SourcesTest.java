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
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.redress.FrontDoor;
import org.redress.ReadyChannel;
import org.redress.RedressApplication;
import org.redress.TestSite;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.JsonNode;

/** A real broker, a real SFTP server and a real web server to read from, each on this machine. */
class SourcesTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final AtomicInteger FETCHED = new AtomicInteger();
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
    for (var name : Set.of("import", "stranger")) {
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
    Files.writeString(
        folder.resolve("import"), host + PublicKeyEntry.toString(key.getPublic()) + "\n");
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
      assertThat(channel.line().get("today").get("received").asInt()).isEqualTo(1);
    }
  }

  @Test
  void aRecordIsCommittedOnlyWhenItIsStored() throws Exception {
    var record =
        new ProducerRecord<byte[], byte[]>("complaints", ReadyChannel.sample("kafka.json"));
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", kafka.getBrokersAsString()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(record).get();
      // reads the record, tells that it has no text, and then fails to hand anything over
      var failing =
          Files.readString(Path.of("routes/kafka.camel.yaml.draft"))
              .replace("text: description", "text: nothing")
              .replace("id: complaintId", "id: summary")
              .replace(
                  "- to:\n            uri: direct",
                  "- setBody: {constant: x}\n        - to:\n            uri: direct");
      try (var channel = ReadyChannel.on(settings(), "kafka", failing)) {
        await().atMost(SOON).until(() -> failures("kafka").size() == 1);
      }
      try (var channel = ReadyChannel.on(settings(), "kafka")) {
        var ticket = channel.awaitOneTicket("winter coat came in the wrong size");
        assertThat(ticket.get("subject").asString()).isEqualTo("Wrong size delivered twice");
        producer.send(record).get();
        channel.awaitReceived(2, 1);
      }
    }
  }

  private static JsonNode failures(String channel) throws Exception {
    return new FrontDoor(settings()).get("/api/v1/failures?channel=" + channel).get("failures");
  }

  @Test
  void rowsOfAPartnersFileBecomeTicketsAndABadOneWaits() throws Exception {
    var there = folder.resolve("partner");
    for (int known = 0; known <= 2; known += 2) {
      try (var channel = ReadyChannel.on(settings(), "sftp-import")) {
        var sample = new String(ReadyChannel.sample("sftp-import.csv"), UTF_8);
        Files.writeString(there.resolve("list.csv"), sample + "F-1003,,Tom,Baker,,,,\n");
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
    var text =
        Files.readString(Path.of("routes/sftp-import.camel.yaml.draft"))
            .replace("sftp:import", "sftp:stranger")
            .replace("id: sftp-import", "id: stranger");
    try (var channel = ReadyChannel.on(settings(), "stranger", text)) {
      await().atMost(SOON).until(() -> met.get() > 0);
      assertThat(SIGNED_IN).hasValue(before);
      assertThat(channel.line()).isNotNull();
    }
  }
}
