package org.redress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One of several services on one database, in a process of its own that a test may kill. */
public record Node(Process process, int port) implements AutoCloseable {

  /** Starts a node; it takes its time. */
  public static Node start(String url, Map<String, String> more) throws IOException {
    var folder = TestSite.folder();
    var settings = TestSite.settings(folder);
    settings.put("spring.datasource.url", url);
    settings.put("spring.datasource.username", "postgres");
    settings.put("server.port", TestSite.freePort());
    settings.putAll(more);
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(RedressApplication.class.getName());
    settings.forEach((name, value) -> command.add("--" + name + "=" + value));
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("service.log").toFile())
            .start();
    return new Node(process, Integer.parseInt(settings.get("server.port")));
  }

  /** Kills it, without any time to put things in order. */
  @Override
  public void close() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
