package org.redress;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Every setting stands in {@code config/application.yml} with a sentence, and no others do. */
class SettingsTest {

  private static final Path FILE = Path.of("config/application.yml");
  private static final Pattern KEY = Pattern.compile("^( *)(# )?([a-z][a-z0-9-]*):( .*)?$");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(redress[a-z.-]+)}}");

  @Test
  void theFileNamesEverySettingAndOnlyThose() throws IOException {
    assertThat(new TreeSet<>(written().keySet())).isEqualTo(declared());
  }

  @Test
  void everySettingHasASentence() throws IOException {
    var silent = written();
    silent.values().removeIf(explained -> explained);
    assertThat(silent.keySet()).isEmpty();
  }

  /** Settings of the program's classes, and those that route files use as placeholders. */
  private static Set<String> declared() throws IOException {
    var settings = new TreeSet<String>();
    new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.redress")
            .stream()
            .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
            .map(type -> type.reflect())
            .forEach(
                type ->
                    settings.addAll(
                        names(type.getAnnotation(ConfigurationProperties.class).value(), type)
                            .toList()));
    try (var routes = Files.list(Path.of("routes"))) {
      for (var route : routes.filter(file -> file.toString().endsWith(".yaml")).toList()) {
        PLACEHOLDER
            .matcher(Files.readString(route))
            .results()
            .forEach(found -> settings.add(found.group(1)));
      }
    }
    return settings;
  }

  private static Stream<String> names(String prefix, Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .flatMap(
            component -> {
              var name = prefix + "." + kebab(component.getName());
              return valueRecord(component)
                  .map(value -> names(name + ".complaints", value))
                  .orElse(Stream.of(name));
            });
  }

  /** The record behind a map of named settings; the file shows one entry of it. */
  private static Optional<Class<?>> valueRecord(RecordComponent component) {
    return component.getGenericType() instanceof ParameterizedType type
            && component.getType() == Map.class
            && type.getActualTypeArguments()[1] instanceof Class<?> value
            && value.isRecord()
        ? Optional.of(value)
        : Optional.empty();
  }

  private static String kebab(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase();
  }

  /** The leaves of the file, also those shown as a comment, and whether a comment explains them. */
  private static Map<String, Boolean> written() throws IOException {
    var written = new LinkedHashMap<String, Boolean>();
    var path = new ArrayList<String>();
    var explained = false;
    List<String> lines = Files.readAllLines(FILE);
    for (int i = 0; i < lines.size(); i++) {
      var key = KEY.matcher(lines.get(i));
      if (!key.matches()) {
        explained = lines.get(i).strip().startsWith("#");
        continue;
      }
      var depth = key.group(1).length() / 2;
      path.subList(Math.min(depth, path.size()), path.size()).clear();
      path.add(key.group(3));
      if (key.group(4) != null) {
        written.put(String.join(".", path), explained);
      }
      explained = false;
    }
    return written;
  }
}
