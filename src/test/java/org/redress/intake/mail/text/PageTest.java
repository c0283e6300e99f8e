package org.redress.intake.mail.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of 5 MB that are made to exhaust whoever reads them. */
class PageTest {

  /** The tree of a page, measured. */
  private static final class Measure implements NodeVisitor {
    private int deepest;
    private int nodes;

    @Override
    public void head(Node node, int depth) {
      deepest = Math.max(deepest, depth);
      nodes++;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<b>",
        "<ul><li>",
        "<table><tr><td>",
        "<a href=x>",
        "<img alt=x>",
        "<b><table>x</b>",
        "<h1><a><table><b>",
        "<p><b><i><a>",
        "<object>",
        "<!--x-->",
        "</p>",
        "<svg><p>"
      })
  void areReadWithinBounds(String piece) {
    var measure = new Measure();

    Page.of(piece.repeat(5_000_000 / piece.length())).traverse(measure);

    assertThat(measure.deepest).isLessThanOrEqualTo(Page.DEEPEST + 5);
    assertThat(measure.nodes).isLessThanOrEqualTo(4 * Page.MOST_TAGS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<table><tr><td>", "<blockquote>"})
  void wordsDeepInsideAreStillRead(String piece) {
    assertThat(VisibleText.ofHtml(piece.repeat(5_000) + "My kettle leaks.").text())
        .isEqualTo("My kettle leaks.");
  }
}
