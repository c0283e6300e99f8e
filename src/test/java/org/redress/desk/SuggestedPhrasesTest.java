package org.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.AtTheDesk;
import org.redress.CareDesk;
import org.redress.TestService;
import org.redress.decision.backtest.BackTests;
import org.redress.decision.version.Draft;
import org.redress.decision.version.Drafts;
import org.springframework.beans.factory.annotation.Autowired;

/** What people corrected suggests phrases; a click puts one into a draft and tries it. */
@TestService
class SuggestedPhrasesTest extends AtTheDesk {

  @Autowired private Drafts drafts;
  @Autowired private BackTests tests;

  @Test
  void aPhraseOfCorrectedTicketsIsSuggestedAndAddedWithOneClick() throws Exception {
    var sample = correct("A porch pirate came by.", "delivery");
    for (int i = 0; i < 4; i++) {
      correct("A porch pirate came by.", "delivery");
      correct("A zigzag sum stands there.", "billing");
    }
    correct("A zigzag sum stands there.", "billing");
    var visitor = signedIn("admin");

    var page = visitor.open("/rules/suggestions?lang=en").body();
    assertThat(page).contains("porch pirate", "Delivery", "zigzag sum", "late_delivery");

    var fields = Map.of("phrase", "porch pirate", "word", "not_received");
    var tried = visitor.submit("/rules/suggestions", "/rules/suggestions", fields);
    var draft =
        drafts.open().stream().filter(d -> d.author().equals("admin")).findFirst().orElseThrow();
    try {
      assertThat(tried.body()).contains("Added to the draft");
      assertThat(new String(draft.files().content("vocabulary/delivery.csv"), "UTF-8"))
          .contains("not_received,porch pirate,");
      assertThat(tests.latest(draft.version())).isPresent();
      assertThat(visitor.submit("/rules/suggestions", "/rules/suggestions", fields).body())
          .contains("The draft knows this phrase already");
      assertThat(
              visitor
                  .submit(
                      "/rules/suggestions",
                      "/rules/suggestions",
                      Map.of("phrase", "*", "word", "nobody_knows"))
                  .body())
          .contains("cannot be added any more");
    } finally {
      drafts.end(draft.id(), Draft.Status.DROPPED);
    }
    assertThat(visitor.open("/tickets/" + sample).statusCode()).isEqualTo(200);
  }

  private String correct(String text, String category) throws Exception {
    var number = desk.complain(text, CareDesk.someone());
    var body = "{\"answers\":{\"category\":[\"%s\"]},\"reason\":\"It is\"}".formatted(category);
    var answer = door.post("/api/v1/tickets/%s/corrections".formatted(number), body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return number;
  }
}
