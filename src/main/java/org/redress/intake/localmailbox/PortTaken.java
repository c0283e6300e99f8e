package org.redress.intake.localmailbox;

/** The local mailbox cannot listen because another program already does. */
final class PortTaken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int port;
  private final String setting;

  /**
   * @param setting the last part of the setting that says which port to use
   * @param purpose what the port is for
   */
  PortTaken(int port, String setting, String purpose) {
    super(
        "Port %d on 127.0.0.1, which the local mailbox needs to %s, is already in use."
            .formatted(port, purpose));
    this.port = port;
    this.setting = setting;
  }

  /** How to go on. */
  String remedy() {
    return """
        Set redress.local-mailbox.%s to a free port, or redress.local-mailbox.enabled to false \
        when another mail server is used. To find who holds port %d: \
        "ss -ltnp 'sport = :%d'" on Linux, "lsof -iTCP:%d -sTCP:LISTEN" on macOS, \
        "netstat -ano | findstr :%d" on Windows."""
        .formatted(setting, port, port, port, port);
  }
}
