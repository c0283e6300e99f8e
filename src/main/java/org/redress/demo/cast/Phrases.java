package org.redress.demo.cast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What people of the demo year say and write in one language. */
public record Phrases(
    List<String> names,
    List<String> families,
    List<String> products,
    List<String> places,
    List<String> greetings,
    List<String> closings,
    Map<String, List<String>> feelings,
    Map<String, Theme> themes,
    List<String> replies,
    List<String> asked,
    List<String> solutions,
    List<String> letters,
    List<String> results,
    List<String> content,
    List<String> discontent,
    List<String> causes,
    List<String> lessons,
    List<String> actions,
    List<String> checks) {

  private static final int MOST_DAYS = 20;
  private static final int MOST_AMOUNT = 300;

  /** One kind of trouble. */
  public record Theme(
      List<String> subjects, List<String> facts, List<String> more, List<String> wishes) {}

  /** A complaint in words. */
  public record Letter(String subject, String text) {}

  public static Phrases read(String language) {
    try (var file = Phrases.class.getResourceAsStream("/demo/%s.yml".formatted(language))) {
      return YAMLMapper.builder().build().readValue(file, Phrases.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static <T> T any(List<T> list, SplittableRandom chance) {
    return list.get(chance.nextInt(list.size()));
  }

  /** A letter about a theme, signed with a name. */
  public Letter letter(String about, String feeling, String name, SplittableRandom chance) {
    var theme = themes.get(about);
    var filled = new Filling(name, chance);
    var text =
        new StringBuilder(any(greetings, chance))
            .append("\n\n")
            .append(filled.in(any(theme.facts(), chance)));
    if (chance.nextInt(3) > 0) {
      text.append(' ').append(filled.in(any(theme.more(), chance)));
    }
    text.append(' ').append(any(feelings.get(feeling), chance));
    text.append("\n\n").append(any(theme.wishes(), chance));
    text.append("\n\n").append(filled.in(any(closings, chance)));
    return new Letter(filled.in(any(theme.subjects(), chance)), text.toString());
  }

  /** Something said with its blanks filled in. */
  public String filled(List<String> choices, String name, SplittableRandom chance) {
    return new Filling(name, chance).in(any(choices, chance));
  }

  /** The same product, order and amount all through one letter. */
  private class Filling {

    private final Map<String, String> values;

    Filling(String name, SplittableRandom chance) {
      this.values =
          Map.of(
              "{name}", name,
              "{product}", any(products, chance),
              "{place}", any(places, chance),
              "{order}", String.valueOf(chance.nextLong(20_000_000, 99_000_000)),
              "{days}", String.valueOf(chance.nextInt(3, MOST_DAYS)),
              "{amount}", String.valueOf(chance.nextInt(1, MOST_AMOUNT) + 0.9));
    }

    String in(String text) {
      var result = text;
      for (var value : values.entrySet()) {
        result = result.replace(value.getKey(), value.getValue());
      }
      return result;
    }
  }
}
