package org.redress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** Settings that put a whole service into a temporary folder and on free ports. */
public final class TestSite {

  private TestSite() {}

  /** A fresh folder with settings for one service. */
  public static Map<String, String> settings() {
    return settings(folder());
  }

  /** Settings for a service that keeps its data in {@code folder}. */
  public static Map<String, String> settings(Path folder) {
    var smtp = freePort();
    var imap = freePort();
    var settings = new LinkedHashMap<String, String>();
    settings.put(
        "spring.datasource.url",
        "jdbc:h2:file:" + folder.resolve("redress") + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0");
    settings.put("spring.mail.port", smtp);
    settings.put("redress.local-mailbox.smtp-port", smtp);
    settings.put("redress.local-mailbox.imap-port", imap);
    settings.put("redress.local-mailbox.folder", folder.resolve("mailbox").toString());
    settings.put("redress.mailboxes.complaints.port", imap);
    settings.put("redress.rules.folder", copyOf("rules", folder).toString());
    settings.put("redress.rules.folder-note", folder.resolve("rules-in-folder").toString());
    settings.put("redress.routes.folder", copyOf("routes", folder).toString());
    settings.put("redress.surge.within", "0s"); // what tests tell is not the same fault
    settings.put("redress.search.folder", folder.resolve("search").toString());
    settings.put("redress.phone-logs", folder.resolve("phone-logs").toString());
    settings.put("redress.forms.folder", copyOf("config/forms", folder).toString());
    webhooks(settings);
    settings.put("redress.virus-scanner.host", "127.0.0.1");
    settings.put("redress.virus-scanner.port", ScannerStandIn.port());
    settings.put("redress.virus-scanner.look", "1h");
    settings.put("redress.intake.files.largest", "1MB");
    settings.put("redress.intake.files.most", "5");
    settings.put("redress.calls.folder", folder.resolve("calls").toString());
    settings.put("redress.access.staff-file", staffThatIsNeverFull(folder).toString());
    return settings;
  }

  /** One door of each kind, by the name of its kind; the ready route files use other names. */
  private static void webhooks(Map<String, String> settings) {
    for (var scheme : List.of("hmac", "token", "telegram", "whatsapp", "twilio", "wechat")) {
      settings.put("redress.webhooks.%s.scheme".formatted(scheme), scheme);
      settings.put("redress.webhooks.%s.secret".formatted(scheme), "known to two");
    }
    for (int i = 0; i < 4; i++) {
      settings.put("redress.webhooks.fuzz-%d.scheme".formatted(i), "token");
      settings.put("redress.webhooks.fuzz-%d.secret".formatted(i), "known to two");
    }
    settings.put("redress.webhooks.partner.secret", "known to two");
    settings.put("redress.webhooks.sms.scheme", "twilio");
    settings.put("redress.webhooks.sms.secret", "known to two");
    settings.put("redress.webhooks.whatsapp.verify-token", "agreed");
    settings.put("redress.webhooks.enciphered.scheme", "wechat");
    settings.put("redress.webhooks.enciphered.secret", "known to two");
    settings.put(
        "redress.webhooks.enciphered.encryption-key",
        "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG");
    settings.put("redress.webhooks.busy.secret", "known to two");
    settings.put("redress.webhooks.busy.per-minute", "2");
  }

  /** The shipped people; all tests share them, and none of their tickets must wait for that. */
  private static Path staffThatIsNeverFull(Path folder) {
    try {
      var shipped = Files.readString(Path.of("config/teams.yml"));
      var file = folder.resolve("teams.yml");
      return Files.writeString(file, shipped.replace("capacity: 40}", "capacity: 100000}"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tests may change rules and routes, but never those of the project. */
  private static Path copyOf(String name, Path folder) {
    var copy = folder.resolve(name);
    try {
      FileSystemUtils.copyRecursively(Path.of(name), copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }

  /** A new folder that is there until the machine forgets it. */
  public static Path folder() {
    try {
      return Files.createTempDirectory("redress-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A port nobody listens on at this moment. */
  public static String freePort() {
    try (var socket = new ServerSocket(0)) {
      return String.valueOf(socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
