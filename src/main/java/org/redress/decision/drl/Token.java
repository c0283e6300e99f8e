package org.redress.decision.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redress.text.Text;

/** A word, number, text or sign of a rule file. Anything that could be more is refused. */
record Token(Kind kind, String text, int line) {

  enum Kind {
    NAME,
    NUMBER,
    TEXT,
    SIGN,
    END
  }

  private static final Pattern SPACE = Pattern.compile("\\s++|//[^\\n]*+|/\\*(?s:.*?)\\*/");
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*+(?:-[\\p{L}]++)*+");
  private static final Pattern NUMBER = Pattern.compile("\\d++(?:\\.\\d++)?+(?![\\p{L}\\p{N}_.])");
  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\[\"\\\\])*+)\"");
  private static final Pattern SIGN = Pattern.compile("&&|\\|\\||[=!<>]=|[!<>(),;]");

  /** The tokens of a text and one {@link Kind#END}. */
  static List<Token> of(String text, int firstLine) {
    var tokens = new ArrayList<Token>();
    var matcher = SPACE.matcher(text);
    int line = firstLine;
    while (matcher.regionStart() < text.length()) {
      Token token = null;
      if (!matcher.usePattern(SPACE).lookingAt()) {
        token = next(matcher, text, line);
        tokens.add(token);
      }
      line += (int) matcher.group().chars().filter(c -> c == '\n').count();
      matcher.region(matcher.end(), text.length());
    }
    tokens.add(new Token(Kind.END, "", line));
    return tokens;
  }

  private static Token next(Matcher matcher, String text, int line) {
    if (matcher.usePattern(NAME).lookingAt()) {
      return new Token(Kind.NAME, matcher.group(), line);
    }
    if (matcher.usePattern(NUMBER).lookingAt()) {
      return new Token(Kind.NUMBER, matcher.group(), line);
    }
    if (matcher.usePattern(TEXT).lookingAt()) {
      var plain = matcher.group(1).replaceAll("\\\\(.)", "$1");
      return new Token(Kind.TEXT, plain, line);
    }
    if (matcher.usePattern(SIGN).lookingAt()) {
      return new Token(Kind.SIGN, matcher.group(), line);
    }
    throw refused(text.substring(matcher.regionStart()), line);
  }

  private static Refusal refused(String rest, int line) {
    if (rest.startsWith("\"")) {
      return new Refusal(
          line,
          new Text("a text is not closed on its line, or holds a backslash", "文字没有在本行结束，或含有反斜杠"),
          new Text(
              "Write a quote inside a text as \\\" and a backslash as \\\\.",
              "文字中的双引号请写成 \\\"，反斜杠请写成 \\\\。"));
    }
    var sign = rest.substring(0, rest.offsetByCodePoints(0, 1));
    return Refusal.notAllowed(line, quoted(sign));
  }

  /** The token for people. */
  Text shown() {
    return kind == Kind.END ? new Text("the end", "结尾") : quoted(text);
  }

  /** A part of the file for people. */
  static Text quoted(String part) {
    return new Text("'%s'", "“%s”").formatted(part);
  }

  boolean is(String sign) {
    return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
  }
}
