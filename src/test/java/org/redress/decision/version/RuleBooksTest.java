package org.redress.decision.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.decision.SmallBook.BROKEN;
import static org.redress.decision.SmallBook.CATEGORY;
import static org.redress.decision.SmallBook.HEADER;
import static org.redress.decision.SmallBook.LATE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.decision.SmallBook;
import org.redress.decision.version.RuleBooks.Obstacle;
import org.redress.decision.version.RuleBooks.Refused;

/** Rule books come into force from drafts, from files and back again, on all nodes. */
class RuleBooksTest {

  private static final String BOTH = HEADER + LATE + BROKEN;

  @TempDir private Path home;
  private final String database = UUID.randomUUID().toString();
  private final SmallBook first = new SmallBook();
  private Node node;

  @BeforeEach
  void start() {
    first.writeTo(home.resolve("rules"));
    node = new Node(database, home, false);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private Draft draftOf(Node on, String table) {
    var draft = on.drafts().create("Broken things", first.files().version(), first.files(), "ann");
    return save(on, draft, table, "ann");
  }

  private Draft save(Node on, Draft draft, String table, String author) {
    return on.drafts()
        .save(
            draft,
            CATEGORY,
            draft.files().content(CATEGORY),
            table.getBytes(StandardCharsets.UTF_8),
            author);
  }

  private String inFolder() throws IOException {
    return Files.readString(home.resolve("rules").resolve(CATEGORY));
  }

  private void edit(String table) throws IOException {
    Files.writeString(home.resolve("rules").resolve(CATEGORY), table);
  }

  @Test
  void aDraftChangesNothingUntilItIsActivatedAndThenTheFolderToo() throws IOException {
    var draft = draftOf(node, BOTH);
    assertThat(node.category("brokenish")).isEqualTo("other");

    assertThat(node.books().activate(draft.id(), "ann", "Broken things have a category")).isTrue();

    assertThat(node.category("brokenish")).isEqualTo("product");
    assertThat(inFolder()).isEqualTo(BOTH);
    var newest = node.books().versions().get(0);
    assertThat(newest.version()).isEqualTo(draft.version());
    assertThat(newest.comment()).isEqualTo("Broken things have a category");
    assertThat(newest.activatedBy()).isEqualTo("ann");
    assertThat(node.drafts().open()).isEmpty();
  }

  @Test
  void rollbackTakesOneStep() throws IOException {
    node.books().activate(draftOf(node, BOTH).id(), "ann", "");

    node.books().rollback(first.files().version(), "bob");

    assertThat(node.category("brokenish")).isEqualTo("other");
    assertThat(inFolder()).isEqualTo(HEADER + LATE);
    assertThat(node.books().versions()).hasSize(2);
    assertThat(node.books().versions().get(0).reason()).isEqualTo("rollback");
  }

  @Test
  void errorsAndFailingExamplesKeepADraftOut() {
    var wrong = draftOf(node, HEADER + "Late,late,delivry,It is late.,迟了。\n");
    assertThatThrownBy(() -> node.books().activate(wrong.id(), "ann", ""))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.obstacle()).isEqualTo(Obstacle.ERRORS));

    var failing = draftOf(node, HEADER + "Late,broken,delivery,It is late.,迟了。\n");
    assertThatThrownBy(() -> node.books().activate(failing.id(), "ann", ""))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.obstacle()).isEqualTo(Obstacle.EXAMPLES));
    assertThat(node.category("late")).isEqualTo("delivery");
  }

  @Test
  void aDraftBegunFromAnOlderVersionWaits() {
    var slow = draftOf(node, HEADER + LATE.replace("It is late.", "Far too late."));
    node.books().activate(draftOf(node, BOTH).id(), "bob", "");

    assertThatThrownBy(() -> node.books().activate(slow.id(), "ann", ""))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.obstacle()).isEqualTo(Obstacle.OUT_OF_DATE));
  }

  @Test
  void theSecondOfTwoWhoSaveSeesWhatTheFirstDid() {
    var opened = draftOf(node, BOTH);
    save(node, opened, HEADER + LATE.replace("It is late.", "Bob was here."), "bob");

    assertThatThrownBy(() -> save(node, opened, HEADER + LATE, "ann"))
        .isInstanceOfSatisfying(
            Drafts.ChangedMeanwhile.class,
            e -> {
              assertThat(e.getMessage()).contains("bob");
              assertThat(new String(e.present().files().content(CATEGORY), StandardCharsets.UTF_8))
                  .contains("Bob was here.");
            });
  }

  @Test
  void aSecondPersonIsAskedWhereTheSiteWantsOne(@TempDir Path other) {
    first.writeTo(other.resolve("rules"));
    try (var careful = new Node(UUID.randomUUID().toString(), other, true)) {
      var draft = draftOf(careful, BOTH);
      assertThat(careful.books().activate(draft.id(), "ann", "")).isFalse();
      assertThat(careful.books().activate(draft.id(), "ann", "")).isFalse();
      assertThat(careful.category("brokenish")).isEqualTo("other");

      assertThat(careful.books().activate(draft.id(), "bob", "")).isTrue();

      assertThat(careful.category("brokenish")).isEqualTo("product");
      assertThat(careful.books().versions().get(0).approvedBy()).isEqualTo("bob");
      assertThat(careful.books().versions().get(0).activatedBy()).isEqualTo("ann");
    }
  }

  @Test
  void anEditedFileBecomesAVersion() throws IOException {
    edit(BOTH);
    node.look();

    assertThat(node.category("brokenish")).isEqualTo("product");
    assertThat(node.books().versions()).hasSize(2);
    assertThat(node.books().versions().get(0).reason()).isEqualTo("files");
  }

  @Test
  void aBrokenFileChangesNothingUntilItIsMended() throws IOException {
    edit(HEADER + "Late,late,delivry,It is late.,迟了。\n");
    node.look();
    assertThat(node.category("late")).isEqualTo("delivery");
    assertThat(node.books().versions()).hasSize(1);

    edit(BOTH);
    node.look();
    assertThat(node.category("brokenish")).isEqualTo("product");
  }

  @Test
  void aFileThatFailsItsExampleChangesNothing() throws IOException {
    edit(HEADER + "Late,broken,delivery,It is late.,迟了。\n");
    node.look();
    assertThat(node.books().versions()).hasSize(1);
  }

  @Test
  void anUnusedEditIsKeptAsADraftBeforeAnActivationReplacesIt() throws IOException {
    var unused = HEADER + "Late,late,delivry,It is late.,迟了。\n";
    var draft = draftOf(node, BOTH);
    edit(unused);
    node.look();

    node.books().activate(draft.id(), "ann", "");

    assertThat(inFolder()).isEqualTo(BOTH);
    assertThat(node.drafts().open())
        .singleElement()
        .satisfies(kept -> assertThat(kept.files().content(CATEGORY)).asString().isEqualTo(unused));
  }

  @Test
  void anotherNodeFollowsAndLeavesTheSameFiles(@TempDir Path other) throws IOException {
    first.writeTo(other.resolve("rules"));
    try (var second = new Node(database, other, false)) {
      node.books().activate(draftOf(node, BOTH).id(), "ann", "");
      second.look();

      assertThat(second.category("brokenish")).isEqualTo("product");
      assertThat(Files.readString(other.resolve("rules").resolve(CATEGORY))).isEqualTo(BOTH);
    }
  }

  @Test
  void aRestartKeepsWhatWasActivatedAndTakesUpWhatWasEditedMeanwhile() throws IOException {
    node.books().activate(draftOf(node, BOTH).id(), "ann", "");
    node.close();
    node = new Node(database, home, false);
    assertThat(node.category("brokenish")).isEqualTo("product");

    node.close();
    edit(HEADER + LATE);
    node = new Node(database, home, false);
    assertThat(node.category("brokenish")).isEqualTo("other");
    assertThat(node.books().versions().get(0).reason()).isEqualTo("files");
  }
}
