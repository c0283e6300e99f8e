package org.redress.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

  @Test
  void marksWhatTheRulesFoundAsItStandsInTheText() {
    assertThat(
            marked(
                "My kettle CAUGHT\n  fire. Fire!",
                Map.of("fire_hazard", List.of("caught fire", "fire"))))
        .isEqualTo("My kettle [CAUGHT\n  fire]. [Fire]!");
  }

  @Test
  void marksChinese() {
    assertThat(marked("充电宝起火，手臂被烧伤。", Map.of("fire", List.of("起火"), "injury", List.of("烧伤"))))
        .isEqualTo("充电宝[起火]，手臂被[烧伤]。");
  }

  @Test
  void marksAMisspeltPhraseAsItIsWritten() {
    assertThat(
            marked(
                "I want a REFNUD", Map.of("wants_refund", List.of("a refnud → a refund", "want"))))
        .isEqualTo("I [want] [a REFNUD]");
  }

  @Test
  void leavesTheTextWhole() {
    assertThat(marked("Nothing (special) here", Map.of())).isEqualTo("Nothing (special) here");
    assertThat(marked("a+b", Map.of("sum", List.of("a+b")))).isEqualTo("[a+b]");
    assertThat(marked("退貨", Map.of("return", List.of("退货")))).isEqualTo("退貨");
  }

  private static String marked(String text, Map<String, List<String>> mentions) {
    return MarkedText.cut(text, mentions).stream()
        .map(piece -> piece.found() == null ? piece.text() : "[" + piece.text() + "]")
        .collect(Collectors.joining());
  }
}
