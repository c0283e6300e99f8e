package org.redress.intake.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.redress.intake.channel.guard.RouteGuard;
import org.redress.intake.channel.guard.RouteGuard.Outline;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Checks a folder of route files as the service would load them, and sends each route the sample
 * that lies beside it, {@code samples/ID.*}, as if it came from its source.
 */
public class RoutesCheck {

  private static final String SAMPLES = "samples";

  private final ChannelLoader loader;
  private final SampleRun samples;

  RoutesCheck(ChannelLoader loader, SampleRun samples) {
    this.loader = loader;
    this.samples = samples;
  }

  /**
   * What came out.
   *
   * @param channels how many routes there are
   * @param findings what is wrong: place, reason and remedy
   */
  public record Result(int channels, List<String> findings) {}

  /**
   * Checks a folder, with the settings of {@code config/}.
   *
   * @throws IOException when it cannot be read
   */
  public static Result check(Path folder) throws IOException {
    var texts = read(folder);
    var application =
        new SpringApplicationBuilder(CheckedService.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .properties("spring.main.lazy-initialization=true");
    try (var service =
        application.run(
            "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID(),
            "--redress.routes.folder=" + folder,
            "--logging.level.root=off",
            "--logging.level.org.redress=off")) {
      return service.getBean(RoutesCheck.class).run(folder, texts);
    }
  }

  private static Map<String, String> read(Path folder) throws IOException {
    var texts = new TreeMap<String, String>();
    try (var files = Files.newDirectoryStream(folder, "*.camel.yaml")) {
      for (var file : files) {
        texts.put(folder.getFileName() + "/" + file.getFileName(), Files.readString(file));
      }
    }
    return texts;
  }

  private Result run(Path folder, Map<String, String> texts) throws IOException {
    texts.entrySet().stream()
        .sorted(Comparator.comparing(file -> !RouteGuard.isShared(file.getKey())))
        .forEach(file -> loader.update(file.getKey(), file.getValue()));
    var findings = new ArrayList<>(misnamed(folder));
    int channels = 0;
    for (var file : new TreeMap<>(loader.files()).entrySet()) {
      var loaded = file.getValue();
      if (loaded.problem() != null) {
        findings.add(loaded.problem().en());
      }
      for (var route : loaded.routes()) {
        channels++;
        sample(folder, texts, file.getKey(), route).ifPresent(findings::add);
      }
    }
    return new Result(channels, findings);
  }

  /** A file of another ending would be passed over without a word. */
  private static List<String> misnamed(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("(?i).*\\.ya?ml") && !name.endsWith(".camel.yaml"))
          .sorted()
          .map(
              name ->
                  "%s/%s: this file is not read. Give it a name that ends with .camel.yaml"
                      .formatted(folder.getFileName(), name))
          .toList();
    }
  }

  private Optional<String> sample(
      Path folder, Map<String, String> texts, String file, Outline route) throws IOException {
    var sample = find(folder.resolve(SAMPLES), route.id());
    if (sample.isEmpty()) {
      return Optional.of(
          "%s: route '%s' has no sample. Put a message that must become a complaint at %s/%s.*"
              .formatted(route.place(), route.id(), folder.resolve(SAMPLES), route.id()));
    }
    return samples
        .run(route, texts.get(file), sample.get())
        .map(
            why ->
                "%s: route '%s' makes no complaint of its sample %s: %s. Mend the route or the sample."
                    .formatted(
                        route.place(), route.id(), sample.get(), why.replaceFirst("\\.$", "")));
  }

  private static Optional<Path> find(Path samples, String id) throws IOException {
    if (!Files.isDirectory(samples)) {
      return Optional.empty();
    }
    try (var files = Files.newDirectoryStream(samples, id + ".*")) {
      for (var file : files) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
