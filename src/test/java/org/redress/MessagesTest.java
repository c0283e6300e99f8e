package org.redress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/**
 * What people read: complete in both languages, nowhere but in the message files, all of it used.
 */
class MessagesTest {

  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Properties ENGLISH = read("messages.properties");
  private static final Properties CHINESE = read("messages_zh_CN.properties");

  /** Names, units and patterns that are the same in both languages. */
  private static final Set<String> SAME =
      Set.of(
          "app.name",
          "app.language.en",
          "app.language.zh",
          "sla.day_and_time",
          "sla.pattern.time",
          "sla.pattern.weekday");

  private static final Pattern MESSAGE_IN_TEMPLATE = Pattern.compile("#\\{([a-z][a-z0-9_.]*)[(}]");
  private static final Pattern QUOTED =
      Pattern.compile("['\"]([a-z][a-z0-9_]*(?:\\.[a-z0-9_]*)*)['\"]");
  private static final Pattern NAMED = Pattern.compile("named\\(['\"]([a-z._]+)['\"]");

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(CHINESE.stringPropertyNames()).isEqualTo(ENGLISH.stringPropertyNames());
  }

  /** The later of two would silently take the place of the first. */
  @Test
  void noKeyStandsTwice() throws IOException {
    for (var name : List.of("messages.properties", "messages_zh_CN.properties")) {
      var keys =
          Files.readAllLines(RESOURCES.resolve(name)).stream()
              .filter(line -> line.matches("[a-z].*=.*"))
              .map(line -> line.substring(0, line.indexOf('=')));
      assertThat(keys).as(name).doesNotHaveDuplicates();
    }
  }

  @Test
  void nothingIsLeftUntranslated() {
    var same =
        ENGLISH.stringPropertyNames().stream()
            .filter(key -> Objects.equals(ENGLISH.get(key), CHINESE.get(key)))
            .collect(Collectors.toSet());
    assertThat(same).isEqualTo(SAME);
  }

  @Test
  void placeholdersAgree() {
    for (var key : ENGLISH.stringPropertyNames()) {
      assertThat(placeholders(CHINESE, key)).as(key).isEqualTo(placeholders(ENGLISH, key));
    }
  }

  @Test
  void templatesHoldNoTextOfTheirOwn() throws IOException {
    for (var template : templates()) {
      assertThat(Jsoup.parse(Files.readString(template)).text()).as(template.toString()).isEmpty();
    }
  }

  @Test
  void messagesThatTemplatesNameExist() throws IOException {
    var named = new TreeSet<String>();
    for (var template : templates()) {
      matches(MESSAGE_IN_TEMPLATE, Files.readString(template)).forEach(named::add);
    }
    assertThat(ENGLISH.stringPropertyNames()).containsAll(named);
  }

  @Test
  void everyMessageIsUsed() throws IOException {
    var exact = new TreeSet<String>();
    var beginnings = new TreeSet<String>();
    for (var source : Stream.concat(templates().stream(), programs().stream()).toList()) {
      var text = Files.readString(source);
      matches(MESSAGE_IN_TEMPLATE, text).forEach(exact::add);
      matches(NAMED, text).forEach(kind -> beginnings.add(kind + "."));
      matches(QUOTED, text)
          .forEach(quoted -> (quoted.endsWith(".") ? beginnings : exact).add(quoted));
    }
    var unused =
        ENGLISH.stringPropertyNames().stream()
            .filter(key -> !exact.contains(key))
            .filter(key -> beginnings.stream().noneMatch(key::startsWith))
            .toList();
    assertThat(unused).isEmpty();
  }

  private static Set<String> placeholders(Properties messages, String key) {
    return matches(Pattern.compile("\\{(\\d)"), messages.getProperty(key))
        .collect(Collectors.toSet());
  }

  private static Stream<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
  }

  private static List<Path> templates() throws IOException {
    return files(RESOURCES.resolve("templates"), ".html");
  }

  private static List<Path> programs() throws IOException {
    return Stream.concat(
            files(Path.of("src/main/java/org/redress/desk"), ".java").stream(),
            files(Path.of("src/main/java/org/redress/access"), ".java").stream())
        .toList();
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static Properties read(String name) {
    var messages = new Properties();
    try {
      messages.load(new StringReader(Files.readString(RESOURCES.resolve(name))));
      return messages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
