package org.redress.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.redress.AtTheDesk;
import org.redress.CareDesk;
import org.redress.TestService;

/** What is marked in a customer's words. */
@TestService
class MarksTest extends AtTheDesk {

  private static final Pattern MARK = Pattern.compile("<mark[^>]*>([^<]*)</mark>");

  @Test
  void marksWhatDecidedAndWhatIsNamedButNotWhatIsDenied() throws Exception {
    assertThat(marked("I am not angry, but the kettle of order 4711-22 caught fire. It was blue."))
        .contains("caught fire", "kettle", "4711-22")
        .doesNotContain("angry", "not", "but", "blue");
  }

  @Test
  void marksChineseTheSameWay() throws Exception {
    assertThat(marked("我没有生气，不过电热水壶起火了，颜色是蓝的。"))
        .contains("起火", "电热水壶")
        .doesNotContain("生气", "没有", "不过", "蓝");
  }

  private List<String> marked(String text) throws Exception {
    var number = desk.complain(text, CareDesk.someone());
    return MARK.matcher(manager().open("/tickets/" + number).body())
        .results()
        .map((MatchResult mark) -> mark.group(1))
        .toList();
  }
}
