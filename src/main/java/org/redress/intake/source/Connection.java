package org.redress.intake.source;

import java.util.Optional;
import org.redress.text.Text;

/** A way to a source on another machine, which may be out of reach. */
public interface Connection {

  /** Whether the source was reached since its channel was started. */
  boolean connectedOnce();

  /** Why it cannot be read now, and what to look at; empty while it can. */
  Optional<Text> problem();
}
