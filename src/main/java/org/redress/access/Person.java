package org.redress.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Someone who is signed in, and what the person may do.
 *
 * @param teams the teams the person belongs to or is called in for
 */
public record Person(String name, Set<Role> roles, Set<String> teams) {

  /** Whether tickets of every team may be read. */
  public boolean seesAllTickets() {
    return is(Role.MANAGER) || is(Role.ADMIN) || is(Role.AUDITOR);
  }

  /** Whether there are tickets the person may read at all. */
  public boolean seesTickets() {
    return seesAllTickets() || is(Role.AGENT) || is(Role.LEAD);
  }

  /** Whether this ticket may be read. */
  public boolean maySee(String team, @Nullable String owner) {
    return seesAllTickets() || seesTickets() && (teams.contains(team) || name.equals(owner));
  }

  /** Whether tickets may be changed: steps, replies, notes, taking over. */
  public boolean worksOnTickets() {
    return is(Role.AGENT) || is(Role.LEAD) || is(Role.MANAGER) || is(Role.ADMIN);
  }

  /** Whether the person may decide what agents may not, such as letting a call go. */
  public boolean leads() {
    return is(Role.LEAD) || is(Role.MANAGER) || is(Role.ADMIN);
  }

  /** Whether rules may be changed. */
  public boolean makesRules() {
    return is(Role.MANAGER) || is(Role.ADMIN);
  }

  /** Whether rules, their versions and what they did may be read. */
  public boolean readsRules() {
    return makesRules() || is(Role.AUDITOR);
  }

  /** Whether figures of the whole work may be read. */
  public boolean readsFigures() {
    return readsRules() || is(Role.LEAD);
  }

  /** Whether the failure desk is open to the person. */
  public boolean handlesFailures() {
    return is(Role.INTEGRATOR) || is(Role.ADMIN);
  }

  private boolean is(Role role) {
    return roles.contains(role);
  }
}
