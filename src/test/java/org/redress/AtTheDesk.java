package org.redress;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** A test that complains as customers do, and works on tickets as people at the desk do. */
public abstract class AtTheDesk {

  @LocalServerPort protected int port;
  @Autowired protected Environment settings;
  protected FrontDoor door;
  protected CareDesk desk;
  private @Nullable Visitor manager;

  @BeforeEach
  protected void openTheDesk() {
    door = new FrontDoor(settings);
    desk = new CareDesk(door);
  }

  /** The manager, with one session for the whole test. */
  protected Visitor manager() throws Exception {
    if (manager == null) {
      manager = signedIn("manager");
    }
    return manager;
  }

  /** Somebody who works here and whose password is the own name. */
  protected Visitor signedIn(String name) throws Exception {
    var visitor = new Visitor(port);
    visitor.signIn(name, name);
    return visitor;
  }
}
