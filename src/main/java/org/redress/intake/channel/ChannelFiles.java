package org.redress.intake.channel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Starts the serving context with the routes of the program, then loads the route files and takes
 * up what is added, changed or deleted. A file counts when it stayed the same for two looks, so
 * that one half written is left alone.
 */
@Component
final class ChannelFiles implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ChannelFiles.class);

  /** After the local mailbox and before the web server; the other way round at the end. */
  private static final int PHASE = 200;

  private final DefaultCamelContext live;
  private final ChannelLoader loader;
  private final RouteSettings settings;
  private final ObjectProvider<RoutesBuilder> builtIn;
  private final Map<String, String> applied = new HashMap<>();
  private Map<String, String> lastLook = Map.of();
  private String lastTrouble = "";
  private @Nullable ScheduledExecutorService watching;

  ChannelFiles(
      DefaultCamelContext live,
      ChannelLoader loader,
      RouteSettings settings,
      ObjectProvider<RoutesBuilder> builtIn) {
    this.live = live;
    this.loader = loader;
    this.settings = settings;
    this.builtIn = builtIn;
  }

  /** A bad route file is reported and does not keep the service from starting. */
  @Override
  public synchronized void start() {
    try {
      for (var routes : builtIn.orderedStream().toList()) {
        live.addRoutes(routes);
      }
      live.start();
    } catch (Exception e) {
      throw new IllegalStateException("the channels cannot be started: " + e.getMessage(), e);
    }
    firstLook();
    watching = Executors.newSingleThreadScheduledExecutor(ChannelFiles::daemon);
    var every = settings.lookEvery().toMillis();
    watching.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
  }

  private void firstLook() {
    try {
      lastLook = read();
      apply(lastLook);
    } catch (IOException e) {
      trouble(e);
    }
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "channel-files");
    thread.setDaemon(true);
    return thread;
  }

  private void look() {
    try {
      var found = read();
      var settled = new TreeMap<>(found);
      settled.entrySet().removeIf(file -> !file.getValue().equals(lastLook.get(file.getKey())));
      var gone = new TreeSet<>(applied.keySet());
      gone.removeAll(found.keySet());
      gone.removeAll(lastLook.keySet());
      lastLook = found;
      apply(settled);
      gone.forEach(
          file -> {
            loader.remove(file);
            applied.remove(file);
          });
    } catch (IOException | RuntimeException e) {
      trouble(e);
    }
  }

  /** Shared error handling comes first, so that the other files need not be loaded twice. */
  private void apply(Map<String, String> texts) {
    texts.entrySet().stream()
        .filter(file -> !Objects.equals(file.getValue(), applied.get(file.getKey())))
        .sorted(Comparator.comparing(file -> !file.getValue().contains("routeConfiguration:")))
        .forEach(
            file -> {
              applied.put(file.getKey(), file.getValue());
              loader.update(file.getKey(), file.getValue());
            });
  }

  private Map<String, String> read() throws IOException {
    var texts = new TreeMap<String, String>();
    try (var files = Files.newDirectoryStream(settings.folder(), "*.camel.yaml")) {
      for (var file : files) {
        texts.put(settings.folder().getFileName() + "/" + file.getFileName(), text(file));
      }
    }
    return texts;
  }

  /** An unreadable file is refused like a bad one, so that it does not hold up the others. */
  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "# cannot be read: " + e;
    }
  }

  private void trouble(Exception why) {
    if (!why.toString().equals(lastTrouble)) {
      lastTrouble = why.toString();
      LOG.error(
          "The route files in {} cannot be read, channels stay as they are: {}."
              + " Check redress.routes.folder.",
          settings.folder().toAbsolutePath(),
          why.toString());
    }
  }

  @Override
  public synchronized void stop() {
    if (watching != null) {
      watching.shutdown();
      watching = null;
    }
    live.stop();
  }

  @Override
  public synchronized boolean isRunning() {
    return watching != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
