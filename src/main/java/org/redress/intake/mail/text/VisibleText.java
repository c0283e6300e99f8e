package org.redress.intake.mail.text;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * What a reader sees of a text part, plain or HTML.
 *
 * @param text line by line
 * @param marked the same, with {@code >} before every line that the sender's program quoted
 */
public record VisibleText(String text, String marked, boolean isHtml) {
  public static final VisibleText NONE = new VisibleText("", "", false);

  private static final Set<String> HIDDEN =
      Set.of("head", "style", "script", "title", "noscript", "template", "object");
  private static final Set<String> CELLS = Set.of("td", "th");
  private static final Set<String> SPACED =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "table");

  public static VisibleText ofPlain(String text) {
    var lines = text.replace("\r\n", "\n").replace('\r', '\n');
    return new VisibleText(lines, lines, false);
  }

  /**
   * A {@code format=flowed} text, its broken lines joined again (RFC 3676).
   *
   * @param dropSpace whether the space at a joint was added by the sender's program
   */
  public static VisibleText ofFlowed(String text, boolean dropSpace) {
    var out = new StringBuilder();
    int openDepth = -1;
    for (var line : (Iterable<String>) ofPlain(text).text.lines()::iterator) {
      int depth = 0;
      while (depth < line.length() && line.charAt(depth) == '>') {
        depth++;
      }
      var words = line.substring(depth + (line.startsWith(" ", depth) ? 1 : 0));
      if (openDepth != depth) {
        out.append(out.isEmpty() ? "" : "\n").append(line, 0, depth).append(depth > 0 ? " " : "");
      }
      boolean open = words.endsWith(" ") && !words.equals("-- ");
      out.append(words, 0, words.length() - (open && dropSpace ? 1 : 0));
      openDepth = open ? depth : -1;
    }
    return ofPlain(out.toString());
  }

  public static VisibleText ofHtml(String html) {
    var page = Page.of(html);
    var text = new Lines(false);
    page.traverse(text);
    var marked = text;
    if (page.selectFirst("blockquote") != null) {
      marked = new Lines(true);
      page.traverse(marked);
    }
    return new VisibleText(text.toString(), marked.toString(), true);
  }

  public boolean isBlank() {
    return text.isBlank();
  }

  /** This text with more below it. */
  public VisibleText and(VisibleText more) {
    if (isBlank() || more.isBlank()) {
      return isBlank() ? more : this;
    }
    return new VisibleText(
        text + "\n\n" + more.text, marked + "\n\n" + more.marked, isHtml && more.isHtml);
  }

  /** Collects the words of a page; blocks begin a line, paragraphs leave one free. */
  private static final class Lines implements NodeVisitor {
    private final StringBuilder out = new StringBuilder();
    private final boolean markQuotes;
    private int hidden;
    private int preformatted;
    private int quoted;

    /** Line breaks owed before the next word. */
    private int breaks;

    private boolean space;

    Lines(boolean markQuotes) {
      this.markQuotes = markQuotes;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words && hidden == 0) {
        append(words.getWholeText());
      } else if (node instanceof Element element) {
        pass(element, 1);
        breaks += element.normalName().equals("br") ? 1 : 0;
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        pass(element, -1);
      }
    }

    private void pass(Element element, int step) {
      var name = element.normalName();
      hidden += HIDDEN.contains(name) ? step : 0;
      preformatted += name.equals("pre") ? step : 0;
      quoted += name.equals("blockquote") ? step : 0;
      space |= CELLS.contains(name);
      if (element.isBlock() && !CELLS.contains(name) && !name.equals("br")) {
        breaks = Math.max(breaks, SPACED.contains(name) ? 2 : 1);
      }
    }

    private void append(String words) {
      for (int i = 0; i < words.length(); i++) {
        char c = words.charAt(i);
        if (c == '\n' && preformatted > 0) {
          breaks++;
        } else if (c == '\u00A0' || Character.isWhitespace(c)) {
          space = true;
        } else {
          append(c);
        }
      }
    }

    private void append(char c) {
      boolean lineStart = out.isEmpty() || breaks > 0;
      if (lineStart) {
        out.append("\n".repeat(out.isEmpty() ? 0 : Math.min(breaks, 3)));
        out.append(markQuotes && quoted > 0 ? "> ".repeat(Math.min(quoted, 9)) : "");
      } else if (space) {
        out.append(' ');
      }
      breaks = 0;
      space = false;
      out.append(c);
    }

    @Override
    public String toString() {
      return out.toString();
    }
  }
}
