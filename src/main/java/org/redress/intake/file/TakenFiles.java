package org.redress.intake.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.Attachment;
import org.redress.complaint.Attachment.State;
import org.springframework.stereotype.Component;

/** Decides which files are taken; the original message has the others. */
@Component
public class TakenFiles {

  private static final int LONGEST_NAME = 200;

  private final Tika types = new Tika();
  private final FileSettings settings;

  TakenFiles(FileSettings settings) {
    this.settings = settings;
  }

  /** A file as somebody sent it. */
  public record Sent(@Nullable String name, byte[] content) {}

  /** The files with the types that their content shows, those that are not taken too. */
  public List<Attachment> of(List<Sent> sent) {
    var files = new ArrayList<Attachment>();
    int taken = 0;
    for (var one : sent) {
      var name = plainName(one.name());
      var file = Attachment.kept(name, types.detect(one.content(), name), one.content());
      var state = state(file, taken);
      taken += state == State.KEPT ? 1 : 0;
      files.add(file.as(state));
    }
    return files;
  }

  private State state(Attachment file, int taken) {
    if (isRefused(file)) {
      return State.NOT_ALLOWED;
    }
    if (file.size() > settings.largest().toBytes()) {
      return State.TOO_LARGE;
    }
    return taken >= settings.most() ? State.TOO_MANY : State.KEPT;
  }

  private boolean isRefused(Attachment file) {
    var name = file.name().toLowerCase(Locale.ROOT);
    return settings.refused().stream()
        .map(kind -> kind.toLowerCase(Locale.ROOT))
        .anyMatch(
            kind -> kind.contains("/") ? kind.equals(file.type()) : name.endsWith("." + kind));
  }

  /** Without folders and control characters, and not longer than anybody reads. */
  private static String plainName(@Nullable String name) {
    var plain = name == null ? "" : name.replaceAll("(?s)^.*[/\\\\]|\\p{Cntrl}", "").strip();
    if (plain.isEmpty()) {
      return "unnamed";
    }
    return plain.length() <= LONGEST_NAME
        ? plain
        : plain.substring(0, LONGEST_NAME / 2) + "…" + plain.substring(plain.length() - 90);
  }
}
