package org.redress.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
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
import org.redress.intake.mailbox.MailboxComponent;
import org.redress.intake.mailbox.MailboxConsumer;
import org.redress.intake.mailbox.Mailboxes;
import org.redress.intake.mailbox.server.MailServers;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;

/**
 * A hundred mailboxes side by side on a local server, every tenth of them at a server that is away:
 * from the arrival of a mail in one of them until the route has it.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 3, time = 20)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class MailboxesBenchmark {

  private static final int MAILBOXES = 100;
  private static final int AWAY = 10;

  /** IMAP with IDLE, and POP3 looked at every two seconds. */
  @Param({"imap", "pop3"})
  private String protocol;

  private final List<GreenMailUser> users = new ArrayList<>();
  private final DefaultCamelContext camel = new DefaultCamelContext();
  private volatile CountDownLatch taken = new CountDownLatch(1);
  private GreenMail server;
  private int next;

  /** Starts the server and reads all its mailboxes. */
  @Setup(Level.Trial)
  public void start() throws Exception {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
    for (int i = 0; i < MAILBOXES; i++) {
      users.add(server.setUser("box" + i + "@example.org", "box" + i, "secret"));
    }
    server.start();
    var settings = new HashMap<String, String>();
    for (int i = 0; i < MAILBOXES; i++) {
      describe(settings, i);
    }
    var mailboxes =
        new Binder(new MapConfigurationPropertySource(settings))
            .bind("redress", Mailboxes.class)
            .get();
    camel.addComponent(
        "mailbox", new MailboxComponent(mailboxes, new MailServers(new DefaultSslBundleRegistry())));
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            errorHandler(noErrorHandler());
            for (int i = 0; i < MAILBOXES; i++) {
              from("mailbox:box" + i).routeId("box" + i).process(exchange -> taken.countDown());
            }
          }
        });
    camel.start();
    for (int i = 0; i < MAILBOXES; i++) {
      while (!isAway(i) && !((MailboxConsumer) camel.getRoute("box" + i).getConsumer()).connectedOnce()) {
        Thread.sleep(50);
      }
    }
  }

  private static boolean isAway(int mailbox) {
    return mailbox % AWAY == 0;
  }

  private void describe(Map<String, String> settings, int mailbox) {
    var prefix = "redress.mailboxes.box" + mailbox + ".";
    var port = protocol.equals("imap") ? server.getImap().getPort() : server.getPop3().getPort();
    settings.put(prefix + "host", "127.0.0.1");
    settings.put(prefix + "port", isAway(mailbox) ? "1" : String.valueOf(port));
    settings.put(prefix + "protocol", protocol);
    settings.put(prefix + "tls", "false");
    settings.put(prefix + "user", "box" + mailbox);
    settings.put(prefix + "password", "secret");
    settings.put(prefix + "poll-interval", protocol.equals("imap") ? "10s" : "2s");
    settings.put(prefix + "after", protocol.equals("imap") ? "seen" : "delete");
  }

  /** One mail in the next mailbox. */
  @Benchmark
  public void lag() throws Exception {
    do {
      next = (next + 37) % MAILBOXES;
    } while (isAway(next));
    taken = new CountDownLatch(1);
    var mail = "Message-ID: <%d@x>\r\n\r\nIt broke.\r\n".formatted(System.nanoTime());
    users.get(next).deliver(new MimeMessage(null, new ByteArrayInputStream(mail.getBytes(UTF_8))));
    taken.await();
  }

  /** Says what it costs, and stops. */
  @TearDown(Level.Trial)
  public void stop() {
    var threads =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("mailbox-"))
            .count();
    System.gc();
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    System.out.printf("%d threads for mailboxes, %d MB of heap in all%n", threads, heap);
    camel.stop();
    server.stop();
  }
}
