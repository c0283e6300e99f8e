package org.redress.decision.named;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a text names beside the words of the vocabulary, under words of its own. Products and places
 * are vocabulary; their words begin with {@link #PRODUCT} and {@link #PLACE}.
 */
public final class Named {

  public static final String AMOUNT = "named.amount";
  public static final String DAY = "named.date";
  public static final String ORDER = "named.order_number";
  public static final String PHONE = "named.phone_number";

  /** Begins the words of products. */
  public static final String PRODUCT = "product.";

  /** Begins the words of places. */
  public static final String PLACE = "place.";

  /** All words that {@link #find} may return. */
  public static final Set<String> WORDS = Set.of(AMOUNT, DAY, ORDER, PHONE);

  /** In the order they are shown. */
  private static final List<String> KINDS = List.of(ORDER, AMOUNT, DAY, PRODUCT, PLACE, PHONE);

  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  /** More than any letter has; bounds the time. */
  private static final int LONGEST_TEXT = 12_000;

  private static final int MOST_OF_A_KIND = 20;

  private Named() {}

  /** A thing named. Its kind is the last part of its word, or {@code product} or {@code place}. */
  public record Thing(String kind, List<Mention> mentions) {}

  /** The words of the text, and the day they mean where they mean one without saying its year. */
  public record Mention(String words, Optional<LocalDate> day) {}

  /** What the text names, as it is written there, by word; at most 20 of a kind. */
  public static Map<String, List<String>> find(String text) {
    var cut = text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    var plain = Normalizer.normalize(cut, Normalizer.Form.NFKC);
    var orders = Numbers.orders(plain);
    var found = new LinkedHashMap<String, List<String>>();
    put(found, AMOUNT, Amounts.in(plain));
    put(found, DAY, Days.in(plain));
    put(found, ORDER, orders.stream());
    put(found, PHONE, Numbers.phones(plain, orders).stream());
    return found;
  }

  private static void put(Map<String, List<String>> found, String word, Stream<String> things) {
    var some = things.map(String::strip).distinct().limit(MOST_OF_A_KIND).toList();
    if (!some.isEmpty()) {
      found.put(word, some);
    }
  }

  /** The days of the text that are over or today, as whole days before {@code written}. */
  public static Stream<Long> daysAgo(Map<String, List<String>> mentions, LocalDate written) {
    return mentions.getOrDefault(DAY, List.of()).stream()
        .flatMap(words -> Days.day(words, written).stream())
        .map(day -> written.toEpochDay() - day.toEpochDay())
        .filter(days -> days >= 0);
  }

  /** The things among the mentions of a decision, one of each kind, for people to read. */
  public static List<Thing> things(Map<String, List<String>> mentions, LocalDate written) {
    return KINDS.stream()
        .map(begin -> thing(begin, mentions, written))
        .filter(thing -> !thing.mentions().isEmpty())
        .toList();
  }

  /** A date that says its year needs no other wording. */
  private static Optional<LocalDate> unlessPlain(String words, LocalDate written) {
    return YEAR.matcher(words).find() ? Optional.empty() : Days.day(words, written);
  }

  /**
   * Whether a word stands for something that texts name, and not for a phrase of the vocabulary.
   */
  public static boolean isNamed(String word) {
    return KINDS.stream().anyMatch(word::startsWith);
  }

  private static Thing thing(String begin, Map<String, List<String>> mentions, LocalDate written) {
    var words =
        mentions.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(begin))
            .flatMap(entry -> entry.getValue().stream())
            .distinct()
            .map(
                w -> new Mention(w, begin.equals(DAY) ? unlessPlain(w, written) : Optional.empty()))
            .toList();
    return new Thing(begin.replace("named.", "").replace(".", ""), words);
  }
}
