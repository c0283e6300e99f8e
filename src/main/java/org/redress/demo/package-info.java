/**
 * Fills an empty site with a year of complaints that nobody made, so that screens can be judged.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "calendar",
      "calendar :: site",
      "compensation",
      "compensation :: policy",
      "complaint",
      "customer",
      "deadline",
      "deadline :: clock",
      "deadline :: reckoning",
      "decision",
      "decision :: obligation",
      "decision :: rule",
      "intake :: preview",
      "insight :: daily",
      "storage",
      "text",
      "ticket",
      "ticket :: care"
    })
@NullMarked
package org.redress.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
