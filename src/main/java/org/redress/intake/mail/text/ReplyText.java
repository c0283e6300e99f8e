package org.redress.intake.mail.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds what the sender wrote in a reply: the text without quoted history, without the signature
 * and without lines such as "Sent from my iPhone". Answers written between quoted lines keep the
 * lines they answer, since they mean nothing without them.
 */
public final class ReplyText {
  private static final Pattern QUOTED = Pattern.compile("\\s*[A-Z]{0,3}>.*");
  private static final Pattern RULER = Pattern.compile("[\\s\\-_=*#~+—–ᐧ]*");
  private static final Pattern SIGNATURE_MARK = Pattern.compile("(?:--|—) ?|_{5,}");
  private static final int LONGEST_SIGNATURE = 10;

  /** After a ruler, which people also draw between the parts of a letter. */
  private static final int SHORT_SIGNATURE = 3;

  private static final String MACHINE =
      "(?:iphone|ipad|ipod|android|mobile|phone|galaxy|samsung|huawei|blackberry|airmail|mail(?:box)?"
          + "|outlook|手机|手機|平板|邮箱|郵箱|邮件|郵件)";

  /** Whole lines only, and only at the end: people begin sentences with the same words. */
  private static final Pattern DEVICE =
      Pattern.compile(
          "(?i)[\\s<(]*(?:"
              + "sent from my(?: [\\w.-]+){1,5}(?:[,.] +please.*)?(?: ?[<(\\[].*)?"
              + "|sent (?:from|via|with|by) (?:an? )?[\\w\\[ ]{0,15}?"
              + MACHINE
              + "(?: device|\\]?[<(].*?[>)])?(?: mobile)?(?: ?[<(].*|(?: on| for) [a-z]+(?: \\d+)?)?"
              + "|(?:someone )?from (?:my )?"
              + MACHINE
              + "(?: \\d+)?"
              + "|get .{0,3}outlook for .*"
              + "|envoyé (?:de|depuis) mon .*|enviado (?:desde|do) m.*|inviato da .*"
              + "|(?:von|diese nachricht wurde von) meinem? .{1,60} (?:gesendet|verschickt).*"
              + "|verzonden (?:met|vanaf|via) .*|sendt fra min .*|skickat från min .*"
              + "|(?:发自|發自|来自|來自|发送自|發送自) *(?:我的)?.{0,15}"
              + MACHINE
              + "(?:大师|应用|用戶端|客户端| for (?:ios|android))?"
              + "|(?:从|從|用|通过|透過|以) *(?:我的)?.{0,15}"
              + MACHINE
              + "(?:应用)? *(?:发送|發送|傳送|寄出)"
              + "|(?:获取|下载|取得) *.{0,3}outlook.*"
              + ")[。.>)\\s]*");

  private final List<String> lines;
  private final List<String> kept = new ArrayList<>();

  private ReplyText(List<String> lines) {
    this.lines = lines;
  }

  /** The sender's own words; quotations in the text are lines that start with {@code >}. */
  public static String of(String text) {
    var lines = new ArrayList<>(text.lines().toList());
    cutSignature(lines);
    var reply = new ReplyText(lines);
    reply.dropHistory();
    return reply.trimmed();
  }

  private void dropHistory() {
    boolean own = false;
    int i = 0;
    while (i < lines.size()) {
      int body = QuoteHeader.end(lines, i, own);
      if (body < 0) {
        own |= isOwn(lines.get(i));
        kept.add(lines.get(i++));
        continue;
      }
      int quote = skip(body, false);
      int after = skip(body, true);
      boolean isQuoted = after > quote;
      if (!own) {
        // Nothing above: an answer below the quotation, or a mail passed on without a word.
        kept.clear();
        i = isQuoted ? after : body;
      } else if (isQuoted && after < lines.size()) {
        i = body;
      } else {
        return;
      }
    }
  }

  /** The next line that is neither blank nor, if wanted, quoted. */
  private int skip(int from, boolean quotesToo) {
    int i = from;
    while (i < lines.size() && (lines.get(i).isBlank() || quotesToo && isQuoted(lines.get(i)))) {
      i++;
    }
    return i;
  }

  private String trimmed() {
    cutSignature(kept);
    boolean own = kept.stream().anyMatch(ReplyText::isOwn);
    while (!kept.isEmpty() && isTrailer(kept.get(kept.size() - 1), own)) {
      kept.remove(kept.size() - 1);
    }
    return String.join("\n", kept).strip();
  }

  private static boolean isTrailer(String line, boolean own) {
    return RULER.matcher(line).matches()
        || line.length() < 120 && DEVICE.matcher(line).matches()
        || own && isQuoted(line);
  }

  private static boolean isOwn(String line) {
    return !line.isBlank() && !isQuoted(line);
  }

  static boolean isQuoted(String line) {
    return QUOTED.matcher(line).lookingAt();
  }

  private static void cutSignature(List<String> lines) {
    int last = lines.size();
    for (int i = lines.size() - 1, below = 0; i > 0 && below <= LONGEST_SIGNATURE; i--) {
      var line = lines.get(i);
      int longest = line.startsWith("_") ? SHORT_SIGNATURE : LONGEST_SIGNATURE;
      last = below <= longest && SIGNATURE_MARK.matcher(line).matches() ? i : last;
      below += line.isBlank() || isQuoted(line) ? 0 : 1;
    }
    boolean textAbove = lines.subList(0, last).stream().anyMatch(line -> !line.isBlank());
    if (textAbove) {
      lines.subList(last, lines.size()).clear();
    }
  }
}
