package org.redress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** A route file that lies ready in {@code routes/}, switched on while a test runs. */
public final class ReadyChannel implements AutoCloseable {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final FrontDoor door;
  private final String name;
  private final Path file;

  private ReadyChannel(Environment settings, String name) {
    this.door = new FrontDoor(settings);
    this.name = name;
    this.file = Path.of(settings.getProperty("redress.routes.folder"), name + ".camel.yaml");
  }

  /** Switches a shipped file on, as its reader would: by giving it another ending. */
  public static ReadyChannel on(Environment settings, String name) throws IOException {
    return on(settings, name, Files.readString(Path.of("routes", name + ".camel.yaml.draft")));
  }

  /** Switches on a channel with a text of one's own. */
  public static ReadyChannel on(Environment settings, String name, String text) throws IOException {
    var channel = saved(settings, name, text);
    // A channel that had messages is listed even when it has no file.
    await().atMost(SOON).until(() -> channel.isFromFile() && channel.says("state", "on"));
    return channel;
  }

  /** Saves a channel that need not come on. */
  public static ReadyChannel saved(Environment settings, String name, String text)
      throws IOException {
    var channel = new ReadyChannel(settings, name);
    Files.writeString(channel.file, text);
    return channel;
  }

  /** Waits until the list of channels says why it fails, and gives these words. */
  public String awaitProblem() {
    await().atMost(SOON).until(() -> line() != null && line().hasNonNull("problem"));
    return await()
        .atMost(SOON)
        .until(() -> line().path("problem").asString(""), words -> !words.contains("not started"));
  }

  /** The sample that lies beside the shipped file. */
  public static byte[] sample(String file) throws IOException {
    return Files.readAllBytes(Path.of("routes/samples", file));
  }

  /** Waits until so many messages came in, and as many again that were known already. */
  public void awaitReceived(int fresh, int known) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(line().get("today").get("received").asInt()).isEqualTo(fresh);
              assertThat(line().get("today").get("duplicates").asInt()).isEqualTo(known);
            });
  }

  /** Waits for the one ticket of this channel whose text a search finds. */
  public JsonNode awaitOneTicket(String words) throws Exception {
    await().atMost(SOON).until(() -> !tickets(words).isEmpty());
    var found = tickets(words);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  /** The tickets of this channel whose text a search finds. */
  public List<JsonNode> tickets(String words) throws Exception {
    return StreamSupport.stream(door.tickets(words).spliterator(), false)
        .filter(ticket -> ticket.get("channel").asString().equals(name))
        .toList();
  }

  /** What the list of channels says of it; null while it is not listed. */
  public JsonNode line() throws Exception {
    return StreamSupport.stream(door.get("/api/v1/channels").get("channels").spliterator(), false)
        .filter(channel -> channel.get("name").asString().equals(name))
        .findFirst()
        .orElse(null);
  }

  private boolean isFromFile() throws Exception {
    return says("file", "routes/" + file.getFileName());
  }

  private boolean says(String field, String value) throws Exception {
    var line = line();
    return line != null && value.equals(line.path(field).asString(""));
  }

  /** Switches it off again. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    await().atMost(SOON).until(() -> !isFromFile());
  }
}
