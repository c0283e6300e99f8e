package org.redress.intake.source;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A folder on another machine.
 *
 * @param password none when the key is enough
 * @param keyFile a private key
 * @param knownHosts holds the host's key as {@code ssh-keyscan} prints it; no other host is trusted
 */
record SftpSettings(
    String host,
    @DefaultValue("22") int port,
    String user,
    @Nullable String password,
    @Nullable Path keyFile,
    Path knownHosts,
    @DefaultValue(".") String folder) {

  /** Refuses settings that cannot work, naming the setting. */
  SftpSettings {
    if (host == null || user == null || knownHosts == null) {
      throw new IllegalArgumentException("sftp needs host, user and known-hosts");
    }
    if (password == null && keyFile == null) {
      throw new IllegalArgumentException("sftp needs a password or a key-file");
    }
  }

  /** Leaves out the password. */
  @Override
  public String toString() {
    return "%s@%s:%d/%s".formatted(user, host, port, folder);
  }
}
