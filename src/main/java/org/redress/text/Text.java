package org.redress.text;

import java.util.Arrays;
import java.util.Collection;

/** Words for people, in both languages of the product. */
public record Text(String en, String zh) {

  /** What is said alike in both languages: nothing, a name, something quoted. */
  public static Text alike(String words) {
    return new Text(words, words);
  }

  /** The words in {@code language}; anything but {@code zh} is English. */
  public String in(String language) {
    return language.startsWith("zh") ? zh : en;
  }

  /**
   * Fills the places in the words, as {@link String#format} does; a text among the arguments is
   * said in the language of the words around it.
   */
  public Text formatted(Object... arguments) {
    return new Text(filled(en, arguments, "en"), filled(zh, arguments, "zh"));
  }

  private static String filled(String words, Object[] arguments, String language) {
    return words.formatted(
        Arrays.stream(arguments)
            .map(argument -> argument instanceof Text text ? text.in(language) : argument)
            .toArray());
  }

  /** Puts these words between texts. */
  public Text between(Collection<Text> texts) {
    return new Text(
        String.join(en, texts.stream().map(Text::en).toList()),
        String.join(zh, texts.stream().map(Text::zh).toList()));
  }

  /** These words and what follows them. */
  public Text then(Text more) {
    return new Text(en + more.en, zh + more.zh);
  }
}
