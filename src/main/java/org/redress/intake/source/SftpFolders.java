package org.redress.intake.source;

import java.util.Map;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;

/** Camel's scheme {@code sftp} for named folders; the host must be the one that is known. */
final class SftpFolders extends SftpComponent {

  private final Sources sources;

  SftpFolders(Sources sources) {
    this.sources = sources;
  }

  @Override
  protected GenericFileEndpoint<SftpRemoteFile> buildFileEndpoint(
      String uri, String name, Map<String, Object> parameters) {
    var settings = sources.folder(name);
    var connection = new SftpConfiguration();
    connection.setProtocol("sftp");
    connection.setHost(settings.host());
    connection.setPort(settings.port());
    connection.setUsername(settings.user());
    connection.setPassword(settings.password());
    if (settings.keyFile() != null) {
      connection.setPrivateKeyFile(settings.keyFile().toString());
    }
    connection.setDirectory(settings.folder());
    connection.setStepwise(false);
    connection.setThrowExceptionOnConnectFailed(true);
    connection.setKnownHostsFile(settings.knownHosts().toString());
    connection.setUseUserKnownHostsFile(false);
    connection.setAutoCreateKnownHostsFile(false);
    connection.setStrictHostKeyChecking("yes");
    var folder = new SftpEndpoint(uri, this, connection);
    folder.setPollStrategy(new Polls("the folder " + settings, "redress.sftp." + name));
    return folder;
  }
}
