package org.redress.desk.reply;

import java.time.Instant;
import java.util.List;
import org.redress.access.Person;
import org.redress.complaint.Attachment;
import org.redress.complaint.Attachment.State;
import org.redress.complaint.scan.VirusScanner;
import org.redress.desk.Uploads;
import org.redress.desk.Words;
import org.redress.intake.file.TakenFiles;
import org.redress.ticket.Ticket;
import org.redress.ticket.reply.ReplyFiles;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes files that go out to customers: what is not taken from them is not sent to them. */
@Component
class Enclosing {

  private final ReplyFiles files;
  private final TakenFiles taken;
  private final VirusScanner scanner;
  private final Words words;

  Enclosing(ReplyFiles files, TakenFiles taken, VirusScanner scanner, Words words) {
    this.files = files;
    this.taken = taken;
    this.scanner = scanner;
    this.words = words;
  }

  /** Adds files to what is typed and says which were refused, and why. */
  List<String> add(Ticket ticket, Person me, String text, Instant seen, List<MultipartFile> sent) {
    var looked =
        scanner.scanned(
            taken.of(
                Uploads.files(sent).stream()
                    .map(file -> new TakenFiles.Sent(file.name(), file.content()))
                    .toList()));
    var good = looked.stream().filter(file -> file.state() == State.KEPT).toList();
    if (!good.isEmpty()) {
      files.add(ticket, me.name(), text, seen, good);
    }
    return looked.stream().filter(file -> file.state() != State.KEPT).map(this::refusal).toList();
  }

  private String refusal(Attachment file) {
    return file.name() + ": " + words.named("reply.file", file.state().key());
  }
}
