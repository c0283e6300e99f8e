/** The commands of the packaged jar; each one calls a single module and needs no web server. */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "calendar",
      "complaint",
      "deadline :: clock",
      "demo",
      "decision",
      "decision :: backtest",
      "decision :: check",
      "decision :: file",
      "decision :: finding",
      "decision :: rule",
      "decision :: rulebook",
      "intake :: channel",
      "intake :: mail",
      "table",
      "text",
      "understanding",
      "understanding :: training"
    })
@NullMarked
package org.redress.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
