package org.redress.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One negation goes through a list of things. */
class SaidTest {

  private static final Phrases FEELINGS =
      new Phrases(
          List.of(
              new Phrases.Named("angry", "angry"),
              new Phrases.Named("angry", "生气"),
              new Phrases.Named("upset", "upset"),
              new Phrases.Named("upset", "难过"),
              new Phrases.Named("let down", "let down"),
              new Phrases.Named("let down", "失望")));

  private static List<String> said(String text) {
    var normal = NormalText.of(text);
    var said = new ArrayList<String>();
    var denied = new int[] {-1};
    FEELINGS.find(
        normal,
        (name, begin, end) -> {
          if (Said.of(normal, begin, end, denied[0]).denied()) {
            denied[0] = end;
          } else {
            said.add(name);
          }
        });
    return said;
  }

  @Test
  void whatIsListedWithSomethingDeniedIsDenied() {
    for (var text :
        List.of(
            "I am not angry or upset",
            "I'm not angry, or even very upset.",
            "not angry, upset or let down",
            "neither angry nor upset nor let down",
            "不生气也不难过",
            "我没有生气或难过",
            "并不生气、难过、失望",
            "沒有生氣和失望")) {
      assertThat(said(text)).as(text).isEmpty();
    }
  }

  @Test
  void whatOnlyFollowsIsNot() {
    assertThat(said("I am not angry, upset is the word")).containsExactly("upset");
    assertThat(said("not angry but upset or let down")).containsExactly("upset", "let down");
    assertThat(said("not angry. Or upset?")).containsExactly("upset");
    assertThat(said("I was angry or upset")).containsExactly("angry", "upset");
    assertThat(said("不生气，但是失望")).containsExactly("let down");
    assertThat(said("不生气，难过")).containsExactly("upset");
  }
}
