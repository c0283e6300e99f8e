package org.redress.intake.channel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;
import org.redress.intake.channel.guard.RefusedRoute;
import org.redress.intake.channel.guard.RouteGuard;
import org.redress.intake.channel.guard.RouteGuard.Outline;
import org.redress.intake.source.MissingSetting;
import org.redress.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts route files onto the serving context, each by itself: guarded, tried in a scratch context,
 * then swapped in. A refused file changes nothing; its last good version goes on.
 */
@Component
final class ChannelLoader {

  private static final Logger LOG = LoggerFactory.getLogger(ChannelLoader.class);

  private static final Text ID = new Text("id '%s'", "id“%s”");
  private static final Text SOURCE = new Text("source %s", "来源 %s");
  private static final Text TAKEN = new Text("the %s is taken by %s", "%s 已被 %s 使用");
  private static final Text FAILED =
      new Text(
          "%s: %s. Mend the file; it is read again when it changes.", "%s：%s。请修正文件；文件一有改动就会重新读取。");

  private final DefaultCamelContext live;
  private final CamelContexts contexts;
  private final RouteGuard guard;
  private final Map<String, RouteFile> files = new ConcurrentSkipListMap<>();

  /**
   * A route file.
   *
   * @param serving the text that runs; null when no version could be loaded
   * @param routes what runs
   * @param problem why the file as it now is does not run
   */
  record RouteFile(@Nullable String serving, List<Outline> routes, @Nullable Text problem) {}

  ChannelLoader(DefaultCamelContext live, CamelContexts contexts, RouteSettings settings) {
    this.live = live;
    this.contexts = contexts;
    this.guard = new RouteGuard(settings.allowed());
  }

  /** The files by name, as of now. */
  Map<String, RouteFile> files() {
    return Map.copyOf(files);
  }

  /** Loads a new or changed file; what is wrong with it goes to the log and to {@link #files}. */
  void update(String file, String text) {
    var before = files.getOrDefault(file, new RouteFile(null, List.of(), null));
    var routes = List.<Outline>of();
    try {
      routes = guard.check(file, text);
      requireUnique(file, routes);
      tryOut(file, text);
      swap(file, before, text, routes);
      files.put(file, new RouteFile(text, routes, null));
      routes.forEach(route -> LOG.info("Channel {} is on: {}", route.id(), file));
    } catch (Exception e) {
      var problem = problem(file, routes, e);
      files.put(file, new RouteFile(before.serving(), before.routes(), problem));
      LOG.error(
          "Channel file not loaded: {} {}",
          problem.en(),
          before.serving() == null
              ? "Its channels are off, all others run."
              : "Its last good version goes on.");
    }
  }

  /** Stops the channels of a file that is gone. */
  void remove(String file) {
    var before = files.get(file);
    if (before == null) {
      return;
    }
    try {
      removeRoutes(before.routes());
      files.remove(file);
      if (RouteGuard.isShared(file)) {
        clearShared();
        reloadAll();
      }
      LOG.info("Channel file {} is gone, its channels are off", file);
    } catch (Exception e) {
      LOG.error("Channel file {} is gone; its channels could not be stopped", file, e);
    }
  }

  /** A name may be given once, and a source read once: its messages would come in twice. */
  private void requireUnique(String file, List<Outline> routes) {
    var taken = new HashMap<String, String>();
    files.forEach(
        (other, loaded) -> {
          if (!other.equals(file)) {
            loaded.routes().forEach(route -> take(taken, route, other));
          }
        });
    routes.forEach(route -> take(taken, route, file));
  }

  private static void take(Map<String, String> taken, Outline route, String file) {
    for (var what : List.of(ID.formatted(route.id()), SOURCE.formatted(route.source()))) {
      var owner = taken.putIfAbsent(what.en(), file);
      if (owner != null) {
        throw new RefusedRoute(
            route.place(), TAKEN.formatted(what, owner), new Text("Choose another.", "请另选一个。"));
      }
    }
  }

  private static List<String> ids(List<Outline> routes) {
    return routes.stream().map(Outline::id).toList();
  }

  /** Builds the routes, resolving endpoints, options and beans, and starts none. */
  private void tryOut(String file, String text) throws Exception {
    try (var scratch = contexts.create("trial")) {
      scratch.setAutoStartup(false);
      var loader = PluginHelper.getRoutesLoader(scratch);
      for (var each : together(file, text).entrySet()) {
        loader.loadRoutes(ResourceHelper.fromString(each.getKey(), each.getValue()));
      }
      scratch.start();
    }
  }

  /** The file with what it works with: shared error handling first, then what uses it. */
  private Map<String, String> together(String file, String text) {
    var texts = new LinkedHashMap<String, String>();
    files.forEach(
        (other, loaded) -> {
          if (loaded.serving() != null && RouteGuard.isShared(other)) {
            texts.put(other, loaded.serving());
          }
        });
    texts.put(file, text);
    if (RouteGuard.isShared(file)) {
      files.forEach(
          (other, loaded) -> {
            if (loaded.serving() != null) {
              texts.putIfAbsent(other, loaded.serving());
            }
          });
    }
    return texts;
  }

  private void swap(String file, RouteFile before, String text, List<Outline> routes)
      throws Exception {
    try {
      load(file, text);
    } catch (Exception e) {
      removeRoutes(routes);
      if (before.serving() != null) {
        load(file, before.serving());
      }
      throw e;
    }
    var gone = new ArrayList<>(before.routes());
    gone.removeIf(route -> ids(routes).contains(route.id()));
    removeRoutes(gone);
    if (RouteGuard.isShared(file)) {
      reloadAll();
    }
  }

  /** A route takes shared error handling when it is loaded, so a change reaches it only anew. */
  private void reloadAll() throws Exception {
    for (var file : files.entrySet()) {
      var serving = file.getValue().serving();
      if (serving != null && !RouteGuard.isShared(file.getKey())) {
        load(file.getKey(), serving);
      }
    }
  }

  private void load(String file, String text) throws Exception {
    if (RouteGuard.isShared(file)) {
      clearShared();
    }
    PluginHelper.getRoutesLoader(live).updateRoutes(ResourceHelper.fromString(file, text));
  }

  /** Camel removes error handling by its id, and what all routes share has none. */
  private void clearShared() {
    live.getRouteConfigurationDefinitions().clear();
  }

  private void removeRoutes(Collection<Outline> routes) throws Exception {
    for (var route : routes) {
      var definition = live.getRouteDefinition(route.id());
      if (definition != null) {
        live.removeRouteDefinition(definition);
      }
    }
  }

  private static Text problem(String file, List<Outline> routes, Exception why) {
    if (why instanceof RefusedRoute refused) {
      return refused.reason();
    }
    Throwable root = why;
    var place = file;
    for (Throwable cause = why; cause != null; cause = cause.getCause()) {
      place = place(cause, routes).orElse(place);
      if (cause instanceof MissingSetting missing) {
        return new Text("%s: %s", "%s：%s").formatted(place, missing.reason());
      }
      root = cause;
    }
    var reason = String.valueOf(root.getMessage()).replaceAll("\\s+", " ").strip();
    return FAILED.formatted(place, reason);
  }

  /** Camel names the route but no line; the guard knows where the route begins. */
  private static Optional<String> place(Throwable why, List<Outline> routes) {
    var id =
        why instanceof FailedToCreateRouteException creating
            ? creating.getRouteId()
            : why instanceof FailedToStartRouteException starting ? starting.getRouteId() : null;
    return routes.stream()
        .filter(route -> route.id().equals(id))
        .map(route -> "%s: route '%s'".formatted(route.place(), route.id()))
        .findFirst();
  }
}
