package org.redress.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class MailCommandTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void printsOneLineOfJsonForAMail() throws IOException {
    var file =
        write(
            "a.eml",
            """
            From: =?utf-8?B?5byg5LiJ?= <zhang@example.com>
            To: complaints@redress.local
            Cc: shop@example.com
            Subject: =?utf-8?B?5oqV6K+J?=
            Date: Mon, 2 Jun 2025 10:15:00 +0800
            Message-ID: <1@example.com>
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            我要退款

            > 您好
            --b
            Content-Type: Application/PDF; name=bill.pdf

            1234
            --b
            Content-Type: message/rfc822

            Subject: has no name

            --b--
            """);

    assertThat(run("inspect", file)).isZero();
    assertThat(out.toString().lines()).hasSize(1);
    assertThat(JsonMapper.shared().readTree(out.toString()).toString())
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"file": "%s", "subject": "投诉", "from": ["zhang@example.com"],
                     "to": ["complaints@redress.local"], "cc": ["shop@example.com"],
                     "message_id": "1@example.com", "date": "2025-06-02T02:15:00Z",
                     "text": "我要退款\\n\\n> 您好", "reply_text": "我要退款",
                     "attachments": [{"name": "bill.pdf", "type": "application/pdf", "size": 4}],
                     "kind": "ordinary", "machine_generated": false, "language": "zh"}
                    """
                        .formatted(file))
                .toString());
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void printsALineForABrokenMailToo() throws IOException {
    var file = write("broken.eml", "Content-Type: multipart/mixed; boundary=b\n\nNo parts\n");

    assertThat(run("inspect", file)).isZero();
    var line = JsonMapper.shared().readTree(out.toString());
    assertThat(line.get("text").asString()).isEqualTo("No parts");
    assertThat(line.get("from").isEmpty()).isTrue();
    assertThat(line.get("message_id").isNull()).isTrue();
    assertThat(line.get("problem").asString()).contains("has no parts");
    assertThat(err.toString()).contains("broken.eml: a multipart has no parts");
  }

  @Test
  void goesOnAfterAFileThatCannotBeRead() throws IOException {
    var good = write("good.eml", "Subject: good\n\nx\n");

    assertThat(run("inspect", folder.resolve("none.eml").toString(), folder.toString(), good))
        .isEqualTo(1);
    assertThat(out.toString().lines()).hasSize(1);
    assertThat(out.toString()).contains("\"subject\":\"good\"");
    assertThat(err.toString().lines()).hasSize(2);
    assertThat(err.toString()).contains("none.eml: there is no such file");
  }

  @Test
  void refusesACallWithoutFiles() {
    assertThat(run("inspect")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("FILE");
  }

  private String write(String name, String mail) throws IOException {
    return Files.writeString(folder.resolve(name), mail, StandardCharsets.UTF_8).toString();
  }

  private int run(String... arguments) {
    return new CommandLine(new MailCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
