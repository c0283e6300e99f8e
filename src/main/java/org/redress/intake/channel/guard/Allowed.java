package org.redress.intake.channel.guard;

import java.util.Set;

/**
 * What the operator allows in route files beyond the list of this service. What is named here is
 * not looked into: whoever may write route files may then do whatever it can do.
 *
 * @param components schemes to read from and send to, such as {@code sftp}
 * @param steps names of Camel's steps, such as {@code unmarshal}
 * @param beans names of beans that may be called
 */
public record Allowed(Set<String> components, Set<String> steps, Set<String> beans) {

  /** Nothing more. */
  public static final Allowed NOTHING = new Allowed(Set.of(), Set.of(), Set.of());

  /** Whether the operator allows the component of an address. */
  boolean component(String uri) {
    return components.contains(uri.replaceFirst(":.*", ""));
  }
}
