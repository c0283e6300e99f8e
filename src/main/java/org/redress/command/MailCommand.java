package org.redress.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.intake.mail.Mail;
import org.redress.intake.mail.MailReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code mail inspect}: what the service would understand of a mail, without receiving it. */
@Command(
    name = "mail",
    description = "Shows how a mail is understood.",
    mixinStandardHelpOptions = true)
class MailCommand {

  private final MailReader reader = new MailReader();
  private final JsonMapper json = JsonMapper.builder().build();

  @Spec private CommandSpec spec;

  /** Prints one line a mail, a broken one too; 1 if a file could not be read, else 0. */
  @Command(
      name = "inspect",
      description = "Prints one JSON object a mail, each on its own line.",
      mixinStandardHelpOptions = true)
  int inspect(
      @Parameters(arity = "1..*", paramLabel = "FILE", description = "raw mails, such as *.eml")
          List<Path> files) {
    var data = spec.commandLine().getOut();
    var talk = spec.commandLine().getErr();
    boolean allRead = true;
    for (var file : files) {
      allRead &= inspect(file, data, talk);
    }
    data.flush();
    return allRead ? 0 : 1;
  }

  private boolean inspect(Path file, PrintWriter data, PrintWriter talk) {
    try {
      var mail = reader.read(Files.readAllBytes(file));
      data.println(json.writeValueAsString(Line.of(file, mail)));
      if (mail.problem() != null) {
        talk.println("%s: %s".formatted(file, mail.problem()));
      }
      return true;
    } catch (IOException e) {
      talk.println("%s: %s. Name files that hold one raw mail each".formatted(file, reason(e)));
      return false;
    }
  }

  private static String reason(IOException e) {
    return e instanceof NoSuchFileException ? "there is no such file" : "cannot be read: " + e;
  }

  /** A line of the output; parts without a name are not listed as attachments. */
  private record Line(
      String file,
      String subject,
      List<String> from,
      List<String> to,
      List<String> cc,
      @JsonProperty("message_id") @Nullable String messageId,
      @Nullable String date,
      String text,
      @JsonProperty("reply_text") String replyText,
      List<NamedFile> attachments,
      String kind,
      @JsonProperty("machine_generated") boolean machineGenerated,
      String language,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String problem) {

    static Line of(Path file, Mail mail) {
      return new Line(
          file.toString(),
          mail.subject(),
          addresses(mail.from()),
          addresses(mail.to()),
          addresses(mail.cc()),
          mail.messageId(),
          mail.date() == null ? null : mail.date().toString(),
          mail.text(),
          mail.replyText(),
          mail.attachments().stream().flatMap(part -> NamedFile.of(part).stream()).toList(),
          mail.kind().word(),
          mail.machineGenerated(),
          mail.language(),
          mail.problem());
    }

    private static List<String> addresses(List<Mail.Address> mailboxes) {
      return mailboxes.stream()
          .map(Mail.Address::address)
          .filter(address -> !address.isEmpty())
          .toList();
    }
  }

  private record NamedFile(String name, String type, int size) {
    static List<NamedFile> of(Mail.MailAttachment part) {
      return part.name() == null
          ? List.of()
          : List.of(new NamedFile(part.name(), part.type(), part.content().length));
    }
  }
}
