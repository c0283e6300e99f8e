package org.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.TestService;
import org.redress.Visitor;
import org.redress.decision.rulebook.RuleBook;
import org.redress.decision.version.Drafts;
import org.redress.decision.version.RuleBooks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files are added to a draft by name and kind. */
@TestService
class RuleFilesTest {

  @LocalServerPort private int port;
  @Autowired private RuleBooks books;
  @Autowired private Drafts drafts;

  @ParameterizedTest
  @CsvSource({"FORMULAS, category/extra.drl", "EXAMPLES, demand/examples.yml"})
  void anAddedFileSaysHowItIsWritten(String kind, String path) throws Exception {
    var draft = drafts.create("Work", books.active().version(), books.activeFiles(), "manager");
    drafts.saveFiles(draft, draft.files().with(path, null), draft.base(), "manager");
    var manager = new Visitor(port);
    manager.signIn("manager", "manager");
    var folder = path.substring(0, path.indexOf('/'));

    manager.submit(
        "/rules/drafts/%d/edit?file=category/category.csv".formatted(draft.id()),
        "/rules/drafts/%d/files".formatted(draft.id()),
        Map.of("folder", folder, "kind", kind, "name", "extra"));

    var files = drafts.find(draft.id()).orElseThrow().files();
    assertThat(files.content(path)).isNotNull();
    assertThat(RuleBook.of(files).rules()).hasSameSizeAs(books.active().rules());
  }
}
