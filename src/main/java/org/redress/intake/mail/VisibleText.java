package org.redress.intake.mail;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Turns a text part, plain or HTML, into the lines a reader sees. */
final class VisibleText {
  private static final Set<String> HIDDEN =
      Set.of("head", "style", "script", "title", "noscript", "template", "object");
  private static final Set<String> SPACED =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "table");

  private VisibleText() {}

  /** Joins the lines of a {@code format=flowed} text again (RFC 3676). */
  static String unflow(String text, boolean dropSpace) {
    var out = new StringBuilder();
    int openDepth = -1;
    for (var line : (Iterable<String>) text.lines()::iterator) {
      int depth = 0;
      while (depth < line.length() && line.charAt(depth) == '>') {
        depth++;
      }
      int content = depth + (line.startsWith(" ", depth) ? 1 : 0);
      var words = line.substring(content);
      boolean joins = openDepth == depth;
      if (!joins) {
        out.append(out.isEmpty() ? "" : "\n").append(line, 0, depth).append(depth > 0 ? " " : "");
      }
      boolean open = words.endsWith(" ") && !words.equals("-- ");
      out.append(open && dropSpace ? words.substring(0, words.length() - 1) : words);
      openDepth = open ? depth : -1;
      if (!open) {
        openDepth = -1;
      }
    }
    return out.toString();
  }

  /**
   * The text of an HTML page, block by block.
   *
   * @param markQuotes whether lines in a {@code blockquote} start with {@code >} as in plain text
   */
  static String html(String html, boolean markQuotes) {
    var lines = new Lines(markQuotes);
    Jsoup.parse(html).traverse(lines);
    return lines.text();
  }

  private static final class Lines implements NodeVisitor {
    private final StringBuilder out = new StringBuilder();
    private final boolean markQuotes;
    private int hidden;
    private int preformatted;
    private int quoted;

    /** Line breaks owed before the next word: 0 to 2. */
    private int breaks;

    private boolean space;

    Lines(boolean markQuotes) {
      this.markQuotes = markQuotes;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text && hidden == 0) {
        append(text.getWholeText());
      } else if (node instanceof Element element) {
        enter(element, 1);
        if (element.normalName().equals("br")) {
          lineBreak();
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        enter(element, -1);
      }
    }

    private void enter(Element element, int step) {
      var name = element.normalName();
      hidden += HIDDEN.contains(name) ? step : 0;
      preformatted += name.equals("pre") ? step : 0;
      if (element.isBlock()) {
        breaks = Math.max(breaks, SPACED.contains(name) ? 2 : 1);
      }
      space |= name.equals("td") || name.equals("th");
      if (name.equals("blockquote")) {
        quoted += step;
      }
    }

    private void lineBreak() {
      if (breaks > 0 && !out.isEmpty()) {
        newLine();
      }
      breaks = Math.max(breaks, 1);
    }

    private void append(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '\n' && preformatted > 0) {
          lineBreak();
        } else if (c == ' ' || c == '\u00A0' || Character.isWhitespace(c)) {
          space = true;
        } else {
          word(c);
        }
      }
    }

    private void word(char c) {
      boolean fresh = out.isEmpty() || breaks > 0;
      while (breaks > 0 && !out.isEmpty()) {
        newLine();
        breaks--;
      }
      breaks = 0;
      if (fresh && markQuotes) {
        out.append("> ".repeat(Math.min(quoted, 20)));
      }
      if (space && !fresh) {
        out.append(' ');
      }
      space = false;
      out.append(c);
    }

    private void newLine() {
      out.append('\n');
    }

    String text() {
      return out.toString();
    }
  }
}
