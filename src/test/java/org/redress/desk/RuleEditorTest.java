package org.redress.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.redress.TestService;
import org.redress.decision.version.Draft;
import org.redress.decision.version.Drafts;
import org.redress.decision.version.RuleBooks;
import org.redress.table.Table;
import org.springframework.beans.factory.annotation.Autowired;

/** The rule editor in a real browser, as managers use it. */
@TestService
class RuleEditorTest extends InTheBrowser {

  private static final String TABLE = "category/category.csv";
  private static final String FIRE = "Fire, smoke or electric shock";

  @Autowired private RuleBooks books;
  @Autowired private Drafts drafts;
  private String number;
  private Draft draft;

  @BeforeAll
  void complain() throws Exception {
    var word = "Editor" + UUID.randomUUID();
    door.complain("{\"text\": \"The heater caught fire. %s\"}".formatted(word));
    await().atMost(Duration.ofSeconds(20)).until(() -> !door.tickets(word).isEmpty());
    number = door.tickets(word).get(0).get("number").asString();
  }

  @BeforeEach
  void beginADraft() {
    browser.resize(1440, 1000).signIn("manager");
    draft = drafts.create("Work", books.active().version(), books.activeFiles(), "manager");
  }

  @Test
  void aMistakeIsMarkedInItsCellAndMended() {
    edit(TABLE).press(cell(2, "when mentions")).keys("fire_hazardous", Keys.ENTER);

    browser.shows("unknown word 'fire_hazardous', did you mean 'fire_hazard'?");
    browser.find(cell(2, "when mentions") + "[aria-invalid=true]");
    browser.press(cell(2, "when mentions")).shows("Use a name from rules/vocabulary");
    browser.find(".editor-files a[data-path='%s'] .file-mark-error".formatted(TABLE));
    browser.isSound();

    browser.press("[data-do=undo]").shows("No errors and no warnings");
    assertThat(file(TABLE)).isEqualTo(Table.read(TABLE, books.activeFiles().content(TABLE)).rows());
  }

  @Test
  void aRowThatOthersMakeSuperfluousIsMarkedInBothLanguages() {
    var path = "priority/priority.csv";
    var files = draft.files();
    var lines = new ArrayList<>(new String(files.content(path), UTF_8).lines().toList());
    lines.add(2, "Again " + lines.get(1));
    var more = (String.join("\n", lines) + "\n").getBytes(UTF_8);
    drafts.save(draft, path, files.content(path), more, "manager");

    browser.go(address(path)).shows("this row adds at most its reason").find(".cell-warning");
    browser.go(address(path) + "&lang=zh_CN").shows("此行至多多给一条理由").isSound();
    browser.go(address(path) + "&lang=en");
  }

  @Test
  void wordsAreOfferedAndAnswersChosen() {
    edit(TABLE).press(cell(4, "when mentions")).keys("illn").shows("food poisoning");
    browser.keys(Keys.ENTER, Keys.ENTER);
    browser.press(cell(4, "answer")).keys("billing").keys(Keys.ENTER);
    browser.press(cell(2, "when mentions")).keys("named.or").shows("Found by itself in the text");
    browser.keys(Keys.ENTER, Keys.ENTER);
    browser.press(cell(3, "when mentions")).keys("injury.s").shows("injury, said with force");
    browser.keys(Keys.ENTER, Keys.ENTER);

    await().until(() -> row("Someone was injured").cell("when mentions").equals("injury.strong"));
    assertThat(row(FIRE).cell("when mentions")).isEqualTo("named.order_number");
    await().until(() -> row("Someone fell ill").cell("answer").equals("billing"));
    assertThat(row("Someone fell ill").cell("when mentions")).isEqualTo("illness");
    browser.shows("examples come out differently");
  }

  @Test
  void rowsAreAddedMovedAndDeleted() {
    var before = file(TABLE).size();
    edit(TABLE).press(cell(2, "name")).press("[data-do=duplicate]");
    browser.shows("is also the name of");
    browser.press("[data-do=remove]").shows("No errors and no warnings");
    browser.press(cell(3, "name")).press("[data-do=up]");

    await().until(() -> file(TABLE).get(1).cell("name").equals(FIRE));
    assertThat(file(TABLE)).hasSize(before);
  }

  @Test
  void eachRowTellsHowManyPastComplaintsItMatches() {
    edit(TABLE);

    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> browser.find(cell(2, "_past")).getText().matches("[1-9]\\d*"));
  }

  @Test
  void aTriedComplaintLightsItsRows() {
    edit(TABLE).press("#trial-switch").type("#try-text", "The charger caught fire");
    browser.press("#trial-form button[type=submit]").shows("The rules in force give the same");
    browser.find(".row-won " + "[tabulator-field=name]");
    assertThat(browser.find(".row-won [tabulator-field=name]").getText()).isEqualTo(FIRE);

    browser.press(cell(2, "answer")).keys("billing").keys(Keys.ENTER);
    browser.shows("differ from the rules in force").shows("in force: Safety");
    browser.isSound();

    browser.type("#ticket-number", number).press("#trial-ticket button");
    await().until(() -> browser.find("#try-text").getAttribute("value").contains("heater"));
    browser.press("#trial-close");
  }

  @Test
  void twoPeopleSaveTheSameFile() {
    edit(TABLE);
    saveAs("mei", "Someone was injured,injury & !nobody_hurt", "Someone was injured,injury");
    browser.press(cell(2, "when mentions")).keys("fire_hazard", Keys.ENTER);

    browser.shows("saved this file meanwhile").shows("Choose what shall hold for each row");
    browser.press("#choice .btn-primary").shows("All changes are saved");

    await().until(() -> row(FIRE).cell("when mentions").equals("fire_hazard"));
    assertThat(row("Someone was injured").cell("when mentions")).isEqualTo("injury");
  }

  @Test
  void examplesAreWrittenAsTextWithMarksAtTheLine() {
    edit("team/examples.yml").press(".CodeMirror").keys("- given: 1\n");

    browser.find(".code-mark-error");
    browser.shows("In this file").isSound();
  }

  @Test
  void auditorsReadAndTryAndChangeNothing() {
    browser.signIn("auditor").go(address(TABLE)).shows("For reading only");
    assertThat(browser.texts("[data-do=insert], #remove-file, #add-file")).isEmpty();

    browser.press("#trial-switch").type("#try-text", "The charger caught fire");
    browser.press("#trial-form button[type=submit]").shows("The rules in force give the same");
    browser.press("#trial-close");
  }

  @Test
  void aFileIsAddedAndRemoved() {
    edit(TABLE).press("#add-file").type("#add-name", "peak season!");
    browser.press(".file-add button").shows("The file needs a name of letters");
    browser.press("#add-file").type("#add-name", "CATEGORY");
    browser.press(".file-add button").shows("There is a file of this name already");
    browser.press("#add-file").type("#add-name", "peak_season");
    browser.press(".file-add button").shows("The file is part of the draft").shows("no rows");
    browser.press("[data-do=insert]").find(".tabulator-row [tabulator-field=answer]");
    var added = drafts.find(draft.id()).orElseThrow().files();
    assertThat(Table.read(TABLE, added.content("category/peak_season.csv")).header())
        .isEqualTo(Table.read(TABLE, added.content(TABLE)).header());

    browser.press("#remove-file").press(".editor-actions .btn-danger");
    browser.shows("The file was removed from the draft");
    var left = drafts.find(draft.id()).orElseThrow();
    assertThat(left.version()).isEqualTo(draft.version());
  }

  @ParameterizedTest
  @CsvSource({TABLE, "vocabulary/harm.csv", "questions.yml"})
  void everyFileIsSoundInBothLanguagesAndWidths(String file) {
    for (var language : new String[] {"zh_CN", "en"}) {
      browser.go(address(file) + "&lang=" + language);
      browser.find("main[data-ready=yes]");
      browser.isSound();
      for (int width : new int[] {390, 1024, 1440}) {
        assertThat(browser.resize(width, 900).scrollsSideways()).as(file + " " + width).isFalse();
      }
    }
  }

  private Browser edit(String file) {
    browser.go(address(file));
    browser.find("main[data-ready=yes]");
    return browser.shows("No errors and no warnings");
  }

  private String address(String file) {
    return "/rules/drafts/%d/edit?file=%s".formatted(draft.id(), file);
  }

  /** The cell of the row that stands at this line of the file. */
  private static String cell(int line, String column) {
    return ".tabulator-row:nth-child(%d) .tabulator-cell[tabulator-field='%s']"
        .formatted(line - 1, column);
  }

  private List<Table.Row> file(String path) {
    var present = drafts.find(draft.id()).orElseThrow();
    return Table.read(path, Objects.requireNonNull(present.files().content(path))).rows();
  }

  private Table.Row row(String name) {
    return file(TABLE).stream().filter(r -> r.cell("name").equals(name)).findFirst().orElseThrow();
  }

  private void saveAs(String who, String before, String after) {
    var present = drafts.find(draft.id()).orElseThrow();
    var seen = Objects.requireNonNull(present.files().content(TABLE));
    var text = new String(seen, UTF_8);
    assertThat(text).contains(before);
    var changed = text.replace(before, after).getBytes(UTF_8);
    drafts.save(present, TABLE, seen, changed, who);
  }
}
