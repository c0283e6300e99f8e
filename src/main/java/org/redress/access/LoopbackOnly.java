package org.redress.access;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/** Keeps a service whose users still have their first passwords on this machine. */
@Component
class LoopbackOnly implements SmartInitializingSingleton {

  private final ServerProperties server;
  private final Users users;

  LoopbackOnly(ServerProperties server, Users users) {
    this.server = server;
    this.users = users;
  }

  /** The service would be reachable from outside with passwords that everybody knows. */
  static class FirstPasswordsInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FirstPasswordsInUse(String message) {
      super(message);
    }
  }

  /**
   * Runs before the port opens.
   *
   * @throws FirstPasswordsInUse naming the users and the way out
   */
  @Override
  public void afterSingletonsInstantiated() {
    var address = server.getAddress();
    if (address != null && address.isLoopbackAddress()) {
      return;
    }
    var unsafe = users.withNameAsPassword();
    if (!unsafe.isEmpty()) {
      throw new FirstPasswordsInUse(
          ("server.address is %s, which others can reach, but these users still have their name as"
                  + " password: %s")
              .formatted(
                  address == null ? "not set" : address.getHostAddress(),
                  String.join(", ", unsafe)));
    }
  }
}
