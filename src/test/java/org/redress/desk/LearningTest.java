package org.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.redress.AtTheDesk;
import org.redress.CountingService;
import org.redress.decision.version.Drafts;
import org.redress.decision.version.RuleBooks;
import org.redress.understanding.ModelFile;
import org.redress.understanding.training.Example;
import org.redress.understanding.training.Training;
import org.springframework.beans.factory.annotation.Autowired;

/** A model is learnt from corrected tickets, goes into force only when better, and back again. */
@CountingService
class LearningTest extends AtTheDesk {

  private static final Duration SECONDS = Duration.ofSeconds(60);
  private static final String FILE = "models/category.model";
  private static final List<String> KINDS = List.of("delivery", "billing");
  private static final List<String> DEMANDS = List.of("explanation", "refund");
  private static final List<String> MARKS = List.of("zebrano crate", "quartal sheet");
  private static final List<String> OTHERS =
      List.of(
          ("garden window Monday neighbour yellow station river ladder kitchen Thursday market violin"
                  + " cousin balcony winter teapot harbour corner library summer bridge painter")
              .split(" "));

  @Autowired private Drafts drafts;
  @Autowired private RuleBooks books;

  @Test
  void onlyABetterModelGoesIntoForceAndComesBackOutLikeAnyRule() throws Exception {
    learn("Too few tickets");

    for (int i = 0; i < 52; i++) {
      correct(text(i % 2, i), KINDS.get(i % 2), DEMANDS.get(i % 2));
    }
    learn("A first model was learnt");
    assertThat(books.activeFiles().content(FILE)).isNull();
    var earlier = drafts.open();
    manager().submit("/rules/training", "/rules/training", Map.of("question", "CATEGORY"));
    await().atMost(SECONDS).until(() -> drafts.open().get(0).id() != earlier.get(0).id());
    await().atMost(SECONDS).until(() -> drafts.open().size() == earlier.size());
    var first = drafts.open().get(0);
    books.activate(first.id(), "manager", "");
    learn("The model in force is as good");

    putIntoForce(wrong());
    var poor = books.active().version();
    learn("The new model is better and in force");
    var better = books.active().version();
    assertThat(better).isNotEqualTo(poor);
    assertThat(books.versions().get(0).activatedBy()).isEqualTo("manager");
    var number = complain(text(0, 99));
    var decision = door.get("/api/v1/tickets/%s/decision".formatted(number));
    var version = ModelFile.version(books.activeFiles().content(FILE));
    assertThat(decision.toString()).contains("delivery", version);

    learn("DEMAND", "A first model was learnt");
    var demands = drafts.open().get(0).files().content("models/demand.model");
    assertThat(ModelFile.read(demands).card().labels()).containsExactlyElementsOf(DEMANDS);

    books.rollback(poor, "manager");
    assertThat(books.active().version()).isEqualTo(poor);
    assertThat(manager().open("/rules/training/tickets.csv").body())
        .contains("ticket,text,category", "zebrano crate");
  }

  /** Different words each time, and the mark of its kind among them. */
  private static String text(int kind, int number) {
    var words = new ArrayList<>(OTHERS);
    Collections.shuffle(words, new Random(number));
    words.add(4, MARKS.get(kind));
    return String.join(" ", words.subList(0, 9));
  }

  /** A model that takes each for the other. */
  private static byte[] wrong() {
    var examples = new ArrayList<Example>();
    for (int i = 0; i < 20; i++) {
      examples.add(new Example(text(0, i), KINDS.get(1)));
      examples.add(new Example(text(1, i), KINDS.get(0)));
    }
    var how = new Training.Settings(List.of("a test"), 7, 0.5, 0.6, Map.of());
    return ModelFile.write(new Training(examples, how).train().model());
  }

  private void putIntoForce(byte[] model) {
    var files = books.activeFiles().with(FILE, model);
    var draft = drafts.create("Poor model", books.active().version(), files, "manager");
    assertThat(books.activate(draft.id(), "manager", "")).isTrue();
  }

  private void learn(String outcome) throws Exception {
    learn("CATEGORY", outcome);
  }

  private void learn(String question, String outcome) throws Exception {
    manager().submit("/rules/training", "/rules/training", Map.of("question", question));
    var page = "/rules/training?lang=en&question=" + question;
    await().atMost(SECONDS).until(() -> manager().open(page).body().contains(outcome));
  }

  private String complain(String text) throws Exception {
    return desk.complain(text, "learner@example.org");
  }

  private void correct(String text, String category, String demand) throws Exception {
    var number = complain(text);
    var body =
        "{\"answers\":{\"category\":[\"%s\"],\"demand\":[\"%s\"]},\"reason\":\"It is\"}"
            .formatted(category, demand);
    var path = "/api/v1/tickets/%s/corrections".formatted(number);
    assertThat(door.post(path, body).statusCode()).isEqualTo(200);
  }
}
