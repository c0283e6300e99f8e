package org.redress.access;

import java.util.Arrays;
import java.util.Locale;

/** What someone does here; decides what may be seen and changed. */
public enum Role {
  /** Works on the tickets of the own teams. */
  AGENT,
  /** Leads teams: works on all their tickets. */
  LEAD,
  /** Answers for rules, budgets and figures; sees all tickets. */
  MANAGER,
  /** Looks after channels and the failure desk. */
  INTEGRATOR,
  /** Looks after users and settings. */
  ADMIN,
  /** Reads everything, changes nothing. */
  AUDITOR;

  /** The role as the staff file writes it, for instance {@code agent}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The role written like this.
   *
   * @throws IllegalArgumentException when there is none
   */
  static Role of(String key) {
    return Arrays.stream(values())
        .filter(role -> role.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown role '%s'; known: %s"
                        .formatted(key, Arrays.stream(values()).map(Role::key).toList())));
  }
}
