package org.redress.intake.source;

import java.util.Collection;
import java.util.TreeSet;
import org.redress.text.Text;

/** A route file names a source that the settings do not describe. */
public final class MissingSetting extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;
  private static final Text UNKNOWN =
      new Text(
          "there is no '%2$s' under redress.%1$s. Add it to config/application.yml and start the"
              + " service again, or use one of: %3$s.",
          "redress.%1$s 下没有“%2$s”。请在 config/application.yml 中添加并重新启动服务，或使用其中之一：%3$s。");

  private final transient Text reason;

  /** Refuses, with what is missing and where it is written. */
  public MissingSetting(Text reason) {
    super(reason.en());
    this.reason = reason;
  }

  /** Refuses a name that is not among those of a group such as {@code mailboxes}. */
  public static MissingSetting of(String group, String name, Collection<String> known) {
    var names = known.isEmpty() ? "–" : String.join(", ", new TreeSet<>(known));
    return new MissingSetting(UNKNOWN.formatted(group, name, names));
  }

  /** All of it, for people. */
  public Text reason() {
    return reason;
  }
}
