package org.redress.fuzz;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.redress.Damage;
import org.redress.ReadyChannel;
import org.springframework.core.env.Environment;

/** Samples of what other programs post, damaged, in each form they may be written in. */
final class WebhookDoor implements Door {

  private static final List<String> READY = List.of("partner", "sms", "wechat", "sftp-import");
  private static final List<String> SAMPLES =
      List.of("partner.json", "sms.form", "wechat.xml", "sftp-import.csv");
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          ",",
          ":",
          "null",
          "1e999999",
          "-",
          "\\u0000",
          "\\ud800",
          "%00",
          "%",
          "&",
          "=",
          "%zz",
          "<",
          "</xml>",
          "<!DOCTYPE x [<!ENTITY a \"b\">]>",
          "&a;",
          "<![CDATA[",
          "]]>",
          "\0",
          "\uFEFF",
          "\n",
          "\"\n\"",
          "投诉",
          "[[[[[[[[[[[[[[[[[[[[",
          "2026-13-45T99:00:00Z");

  private final List<ReadyChannel> channels = new ArrayList<>();
  private final Strangers strangers;
  private final Damage damage;
  private byte[] last = {};
  private int turn;

  WebhookDoor(Environment settings, long randomness) throws Exception {
    this.strangers = new Strangers(settings.getRequiredProperty("local.server.port", int.class));
    var seeds = new ArrayList<byte[]>();
    for (int i = 0; i < READY.size(); i++) {
      seeds.add(ReadyChannel.sample(SAMPLES.get(i)));
      channels.add(ReadyChannel.on(settings, "fuzz-" + i, route(i)));
    }
    this.damage = new Damage(seeds, PIECES, randomness);
  }

  /** The shipped file without the sender's own id, so that no case passes for another. */
  private static String route(int index) throws Exception {
    var name = READY.get(index);
    return Files.readString(Path.of("routes", name + ".camel.yaml.draft"))
        .replaceFirst("id: " + name, "id: fuzz-" + index)
        .replaceFirst("(?m)^ {14}id: .*\n", "")
        .replaceFirst("uri: (webhook|sftp):.*", "uri: webhook:fuzz-" + index)
        .replaceFirst("(?s)\n {6}parameters:.*?\n {6}steps:", "\n      steps:");
  }

  @Override
  public String channels() {
    return "fuzz-";
  }

  @Override
  public Told next() throws Exception {
    int index = turn++ % READY.size();
    last = damage.next(index);
    var answer = strangers.post("/hooks/fuzz-" + index, "X-Signature: known to two\r\n", last);
    if (answer.status() != 200) {
      throw new AssertionError("%s\n%s".formatted(answer.text(), shown()));
    }
    return Told.RECEIVED;
  }

  @Override
  public String shown() {
    return new String(last, 0, Math.min(last.length, 3_000), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws Exception {
    for (var channel : channels) {
      channel.close();
    }
  }
}
