package org.redress.intake.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.intake.Envelope;
import org.springframework.boot.health.contributor.Status;

/** The shipped route files at work, and files that come, change and go while they are. */
class ChannelsTest {

  private static final String PARTNER =
      """
      - route:
          id: %s
          description: A partner's messages
          from:
            uri: direct:%s
            steps:
              - to:
                  uri: direct:intake
      """;

  @TempDir Path home;
  private SmallService service;

  @BeforeEach
  void prepare() throws Exception {
    service = new SmallService(home);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void runsTheShippedChannels() throws Exception {
    service.start();
    assertThat(service.channels().list())
        .extracting(Channel::name)
        .containsExactly("calls", "email", "phone-log", "web-form");
    await().until(() -> service.channels().health().getStatus().equals(Status.UP));
    service.send("web-form", "w1");
    mail("m1@example.org");
    await().until(() -> service.taken.size() == 2);
    assertThat(service.taken)
        .extracting(Envelope::channel, envelope -> envelope.externalId().split("#")[0])
        .containsExactly(tuple("web-form", "w1"), tuple("email", "m1@example.org"));
  }

  @Test
  void movesAPhoneLogToDoneOrRejected() throws Exception {
    service.start();
    service.drop("good.csv", "caller,notes");
    service.drop("bad.csv", "REJECT");
    await()
        .atMost(Duration.ofSeconds(15))
        .until(
            () ->
                Files.exists(home.resolve("phone-logs/done/good.csv"))
                    && Files.exists(home.resolve("phone-logs/rejected/bad.csv")));
  }

  @Test
  void retriesAFewTimesAndThenTellsTheSender() throws Exception {
    service.start();
    service.broken = true;
    var failure = catchThrowable(() -> service.send("web-form", "w1"));
    assertThat(failure).hasRootCauseMessage("the database is away");
    assertThat(service.attempts).hasValue(4);
  }

  @Test
  void goesOnWithoutBrokenFilesAndNamesTheirLines() throws Exception {
    service.write("broken.camel.yaml", "- route:\n    id: broken\n   description: wrong indent\n");
    service.write("unknown.camel.yaml", PARTNER.formatted("u", "u").replace("steps", "stepz"));
    service.write("box.camel.yaml", PARTNER.formatted("m", "m").replace("direct:m", "mailbox:x"));
    service.start();
    assertThat(service.problem("broken.camel.yaml"))
        .contains("routes/broken.camel.yaml:3:", "not YAML");
    assertThat(service.problem("unknown.camel.yaml"))
        .contains("routes/unknown.camel.yaml:6:7:", "'stepz' is not allowed");
    assertThat(service.problem("box.camel.yaml"))
        .contains(
            "routes/box.camel.yaml:2:", "route 'm'", "there is no 'x' under redress.mailboxes");
    assertThat(service.channels().health().getStatus()).isEqualTo(Status.DOWN);
    service.send("web-form", "w1");
    assertThat(service.taken).hasSize(1);
  }

  @Test
  void loadsEveryStepThatIsAllowed() throws Exception {
    service.write(
        "all.camel.yaml",
        """
        - route:
            id: all
            description: Every step there is
            from:
              uri: direct:all
              steps:
                - log: "came in at ${date:now:HH:mm}"
                - log: {message: "on ${routeId}", loggingLevel: DEBUG, logName: partner}
                - setHeader: {name: source, constant: partner}
                - setHeader: {name: copy, simple: {expression: "${header.source}"}}
                - setBody: {simple: "${body}"}
                - to: log:partner
                - filter:
                    simple: "${header.copy} == 'partner'"
                    steps:
                      - choice:
                          when:
                            - simple: "${header.copy} == 'other'"
                              steps:
                                - log: never
                          otherwise:
                            steps:
                              - split:
                                  simple: "${body}"
                                  steps:
                                    - to: {uri: "direct:intake"}
        """);
    service.start();
    assertThat(service.problem("all.camel.yaml")).isNull();
    service.send("all", "a1");
    assertThat(service.taken).extracting(Envelope::externalId).containsExactly("a1");
  }

  @Test
  void takesUpAddedChangedAndDeletedFiles() throws Exception {
    service.start();
    service.write("partner.camel.yaml", PARTNER.formatted("partner", "partner"));
    await().until(() -> service.ready("partner"));
    service.send("partner", "p1");

    var first = service.route("partner");
    service.write("partner.camel.yaml", PARTNER.formatted("partner", "other-door"));
    await().until(() -> service.ready("partner") && service.route("partner") != first);
    service.send("other-door", "p2");

    service.delete("partner.camel.yaml");
    await().until(() -> service.route("partner") == null && !service.ready("partner"));
    assertThat(service.taken).extracting(Envelope::externalId).containsExactly("p1", "p2");
  }

  @Test
  void finishesAMessageUnderWayInTheOldVersion() throws Exception {
    service.write("partner.camel.yaml", PARTNER.formatted("partner", "partner"));
    service.start();
    var first = service.route("partner");
    service.gate = new CountDownLatch(1);
    var sending = CompletableFuture.runAsync(() -> service.send("partner", "under-way"));
    await().until(() -> service.attempts.get() == 1);
    service.write("partner.camel.yaml", PARTNER.formatted("partner", "other-door"));
    await().until(ChannelsTest::somethingIsBeingStopped);
    service.gate.countDown();
    sending.get(20, TimeUnit.SECONDS);
    await().until(() -> service.ready("partner") && service.route("partner") != first);
    service.send("other-door", "next");
    assertThat(service.taken).extracting(Envelope::externalId).contains("under-way", "next");
  }

  @Test
  void keepsTheLastGoodVersionWhenAChangeIsBad() throws Exception {
    var good = PARTNER.formatted("partner", "partner");
    service.write("partner.camel.yaml", good);
    service.start();
    service.write("partner.camel.yaml", good.replace("direct:intake", "direct:elsewhere"));
    await().until(() -> service.problem("partner.camel.yaml") != null);
    assertThat(service.problem("partner.camel.yaml"))
        .contains("partner.camel.yaml:8:", "may not send to 'direct:elsewhere'")
        .contains("its last good version goes on");
    assertThat(service.ready("partner")).isTrue();
    service.send("partner", "p1");
    assertThat(service.taken).hasSize(1);
    service.write("partner.camel.yaml", good);
    await().until(() -> service.problem("partner.camel.yaml") == null);
  }

  @Test
  void saysWhichSettingAFileWaitsForInBothLanguages() throws Exception {
    service.write(
        "shop.camel.yaml", PARTNER.formatted("shop", "x").replace("direct:x", "mailbox:shop"));
    service.start();
    assertThat(service.channels().list())
        .filteredOn(channel -> channel.name().contains("shop"))
        .singleElement()
        .satisfies(
            channel -> {
              assertThat(channel.problem().en())
                  .contains("shop.camel.yaml:2:", "there is no 'shop' under redress.mailboxes")
                  .doesNotContain("Mend the file");
              assertThat(channel.problem().zh()).contains("redress.mailboxes 下没有“shop”");
            });
  }

  @Test
  void refusesAnIdOrASourceOfAnotherFile() throws Exception {
    service.write("y.camel.yaml", PARTNER.formatted("email", "y"));
    service.write("z.camel.yaml", PARTNER.formatted("z", "web-form"));
    service.start();
    assertThat(service.problem("y.camel.yaml"))
        .contains("id 'email' is taken by routes/email.camel.yaml");
    assertThat(service.problem("z.camel.yaml"))
        .contains("source direct:web-form is taken by routes/web-form.camel.yaml");
    service.send("web-form", "w1");
    assertThat(service.taken).hasSize(1);
  }

  @Test
  void takesUpAChangeOfTheSharedErrorHandling() throws Exception {
    service.start();
    service.broken = true;
    var first = service.route("web-form");
    var text = service.read("errors.camel.yaml");
    service.write("errors.camel.yaml", text.replace("Redeliveries: 3", "Redeliveries: 1"));
    await().until(() -> service.ready("web-form") && service.route("web-form") != first);
    catchThrowable(() -> service.send("web-form", "w1"));
    assertThat(service.attempts).hasValue(2);

    var second = service.route("web-form");
    service.delete("errors.camel.yaml");
    await().until(() -> service.ready("web-form") && service.route("web-form") != second);
    catchThrowable(() -> service.send("web-form", "w2"));
    assertThat(service.attempts).hasValue(3);
  }

  private static boolean somethingIsBeingStopped() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().contains("ShutdownTask"));
  }

  private void mail(String id) throws Exception {
    var session = Session.getInstance(new Properties());
    var mail =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
          }
        };
    mail.setText("It broke.");
    mail.saveChanges();
    try (var transport = session.getTransport("smtp")) {
      transport.connect("127.0.0.1", service.smtpPort(), null, null);
      transport.sendMessage(
          mail, new InternetAddress[] {new InternetAddress("complaints@redress.local")});
    }
  }
}
