package org.redress.intake.mail.text;

import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * A stranger's HTML as a tree of bounded size. What is done with a tree takes time in proportion to
 * its elements and, at worst, to their depth; both are limited here, so a page takes a second or
 * two at most, whatever it is made of.
 */
public final class Page {

  /** Far beyond what mail programs write; browsers stop at 512. */
  static final int DEEPEST = 100;

  /** So many tags and comments are read; a long newsletter has a few thousand. */
  static final int MOST_TAGS = 20_000;

  private Page() {}

  /** The tree; what comes after too many tags is left out. */
  public static Document of(String html) {
    return Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(cut(html), "");
  }

  private static String cut(String html) {
    int tags = 0;
    for (int i = html.indexOf('<'); i >= 0; i = html.indexOf('<', i + 1)) {
      if (++tags > MOST_TAGS) {
        return html.substring(0, i);
      }
    }
    return html;
  }
}
