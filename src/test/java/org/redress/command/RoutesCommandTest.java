package org.redress.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;

/** {@code routes check} as integrators call it. */
class RoutesCommandTest {

  private static final String ROUTE =
      """
      - route:
          id: %s
          description: A partner's messages
          from:
            uri: direct:%s
            steps:
              - to: %s
      """;

  /** What a site would say of the sources of the ready files. */
  private static final Map<String, String> SOURCES =
      Map.ofEntries(
          Map.entry("redress.webhooks.partner.secret", "known to two"),
          Map.entry("redress.webhooks.telegram.secret", "known to two"),
          Map.entry("redress.webhooks.whatsapp.secret", "known to two"),
          Map.entry("redress.webhooks.wechat.secret", "known to two"),
          Map.entry("redress.webhooks.sms.secret", "known to two"),
          Map.entry("redress.kafka.brokers", "127.0.0.1:9092"),
          Map.entry("redress.sftp.import.host", "127.0.0.1"),
          Map.entry("redress.sftp.import.user", "partner"),
          Map.entry("redress.sftp.import.password", "known to two"),
          Map.entry("redress.sftp.import.known-hosts", "config/known_hosts"),
          Map.entry("redress.feeds.reviews.url", "http://127.0.0.1/reviews"));

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theShippedChannelsMakeComplaintsOfTheirSamples() {
    assertThat(check(Path.of("routes"))).as(out.toString()).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("0 errors");
  }

  @Test
  void theReadyFilesMakeComplaintsOfTheirSamples() throws Exception {
    FileSystemUtils.copyRecursively(Path.of("routes"), folder);
    SOURCES.forEach(System::setProperty);
    try (var drafts = Files.newDirectoryStream(folder, "*.draft")) {
      for (var draft : drafts) {
        var name = draft.getFileName().toString().replace(".draft", "");
        Files.move(draft, folder.resolve(name));
      }
      assertThat(check(folder)).as(out.toString()).isZero();
    } finally {
      SOURCES.keySet().forEach(System::clearProperty);
    }
  }

  @Test
  void everyMistakeIsNamedWithItsPlaceAndRemedy() throws Exception {
    FileSystemUtils.copyRecursively(Path.of("routes"), folder);
    route("supplier", "direct:intake");
    route("evil", "exec:rm");
    route("typo", "{uri: 'messages:jsn', parameters: {text: body}}");
    Files.writeString(folder.resolve("shop.yaml"), "- route:");
    route("vacation", "direct:intake");
    route("empty", "direct:intake");
    Files.copy(
        Path.of("samples/mail/11-vacation-auto-reply.en.eml"),
        folder.resolve("samples/vacation.eml"));
    Files.writeString(folder.resolve("samples/empty.json"), "{\"text\": \"\"}");

    assertThat(check(folder)).isEqualTo(1);

    assertThat(out.toString().lines())
        .anyMatch(line -> line.contains("supplier.camel.yaml:2:5: route 'supplier' has no sample"))
        .anyMatch(line -> line.contains("evil.camel.yaml:7:") && line.contains("'exec:rm'"))
        .anyMatch(line -> line.contains("'vacation'") && line.contains("written by a machine"))
        .anyMatch(line -> line.contains("'empty'") && line.contains("The field 'text' is missing"))
        .anyMatch(line -> line.contains("typo.camel.yaml:7:") && line.contains("messages:json"))
        .anyMatch(line -> line.contains("shop.yaml: this file is not read"))
        .hasSize(6);
    assertThat(err.toString()).contains("6 errors");
  }

  @Test
  void aFolderThatIsNotThereIsAWrongCall() {
    assertThat(check(folder.resolve("nowhere"))).isEqualTo(2);
    assertThat(err.toString()).contains("is no folder");
  }

  private void route(String name, String target) throws Exception {
    Files.writeString(folder.resolve(name + ".camel.yaml"), ROUTE.formatted(name, name, target));
  }

  private int check(Path routes) {
    return new CommandLine(new Commands())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute("routes", "check", routes.toString());
  }
}
