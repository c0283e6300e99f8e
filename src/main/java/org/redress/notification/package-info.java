/** Tells people: notices, their texts, the outbox. */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "compensation",
      "complaint",
      "customer",
      "deadline",
      "decision :: obligation",
      "deadline :: clock",
      "deadline :: tracker",
      "decision",
      "decision :: rule",
      "decision :: rulebook",
      "intake :: machine",
      "intake :: health",
      "storage",
      "ticket",
      "ticket :: aftercare",
      "ticket :: wish",
      "ticket :: file",
      "ticket :: problem",
      "ticket :: work",
      "text"
    })
@NullMarked
package org.redress.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
