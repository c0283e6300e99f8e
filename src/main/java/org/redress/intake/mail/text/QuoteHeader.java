package org.redress.intake.mail.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognises the line or lines that mail programs put above a quotation, in English, Chinese and
 * the commoner European languages: "On … wrote:", "-----Original Message-----", or a block of From,
 * Sent, To and Subject.
 */
final class QuoteHeader {
  private static final int SHORTEST = 5;
  private static final int LONGEST = 300;
  private static final int MOST_LINES = 7;
  private static final int LONGEST_BLOCK = 14;

  private static final Pattern QUOTE_MARKS = Pattern.compile("^[\\s>]*+");

  private static final String WROTE =
      "(?:wrote|writes|a écrit|schrieb|schreef|geschreven|ha scritto|escreveu|escribió|skrev"
          + "|napisał(?:\\(a\\))?|написал[аи]?|пише|написав|写道|寫道|写到|书写)";
  private static final Pattern ENDS = Pattern.compile(WROTE + "(?:.{0,60}[:：]|\\s*-+)$");
  private static final Pattern DATED_START =
      Pattern.compile(
          "[-\\s]*(?:(?:On|At|Le|Am|El|Em|Il|Op|Den|Dnia|W dniu) .*\\d|[在于於].*\\d"
              + "|\\d{1,4}[-/.年 ] ?\\p{L}{0,5}.*\\d).*");
  private static final Pattern SENDER_START = Pattern.compile(".{0,80}<[^<>]*@.*|.*\\d.*");
  private static final Pattern DATE_AND_SENDER =
      Pattern.compile(
          "\\d{4}[-/]\\d\\d?[-/]\\d\\d?(?: \\d\\d?:\\d\\d)?"
              + "(?: [^<]{1,80}<[^<>]*@[^<>]*>:?| (?:GMT|UTC)[+-]\\d\\d:?\\d\\d [^<]{1,60}(?:<[^<>]*>:?)?)");

  /** A time or an address: mail programs put one, people who tell a story mostly do not. */
  private static final Pattern BY_PROGRAM = Pattern.compile("@|\\d[:.]\\d\\d\\b|\\d{1,2}[点點时時]");

  private static final Pattern MARKER =
      Pattern.compile(
          "(?i)[*\\s]*[-_=]{2,}\\s*(?:original (?:message|e?mail)|forwarded (?:message|mail)"
              + "|replied message|ursprüngliche nachricht|weitergeleitete nachricht|mensaje original"
              + "|mensaje reenviado|message d'origine|message original|message transféré"
              + "|messaggio originale|mensagem original|oorspronkelijk bericht|исходное сообщение"
              + "|(?:原始|原|回复的原|回覆的原|转发的?|轉寄的?|被转发的|被轉寄的)(?:邮件|郵件|信件)(?:信息)?"
              + "|邮件原件|郵件原件)\\s*[-_=]*[*\\s]*"
              + "|(?:begin forwarded message|开始转发邮件|下面是被转发的邮件|開始轉寄郵件)\\s*[:：].*");

  private static final String SENDERS = "from|da|de|von|van|från|fra|от|від|发件人|寄件者|寄件人|發件人|差出人";
  private static final String SUBJECTS =
      "subject|betreff|objet|asunto|oggetto|assunto|ämne|emne|onderwerp|тема|主题|主旨|標題|标题|件名";
  private static final Pattern FROM = label(SENDERS);
  private static final Pattern SUBJECT = label(SUBJECTS);
  private static final Pattern LABEL =
      label(
          SENDERS
              + "|sent|date|data|datum|gesendet|enviad[oa]|envoyé|skickat|sendt|verzonden|inviato"
              + "|发送时间|发送日期|日期|时间|寄件日期|傳送時間|送信日時"
              + "|to|an|a|à|aan|para|till?|кому|收件人|收件者|宛先|cc|kopie|抄送|副本"
              + "|reply-to|risposta|"
              + SUBJECTS);

  private QuoteHeader() {}

  private static Pattern label(String words) {
    return Pattern.compile("(?i)[*\\s]*(?:" + words + ")[*\\s]*[:：].*");
  }

  /**
   * The line after the header that starts at this line; -1 if none starts here.
   *
   * @param textAbove without any, a block of From, To and Subject is the head of a letter
   */
  static int end(List<String> lines, int at, boolean textAbove) {
    var line = bare(lines.get(at));
    if (line.length() < SHORTEST || line.length() > LONGEST) {
      return -1;
    }
    if (MARKER.matcher(line).matches()) {
      int body = nextText(lines, at + 1);
      int block = body < lines.size() ? blockEnd(lines, body, 2) : -1;
      return block < 0 ? at + 1 : block;
    }
    if (textAbove && FROM.matcher(line).matches()) {
      int block = blockEnd(lines, at, 3);
      if (block > 0) {
        return block;
      }
    }
    return sentenceEnd(lines, at, line);
  }

  /** What stands in the field From of a header; empty if there is none. */
  static String sender(List<String> header) {
    return field(header, FROM);
  }

  /** What stands in the field Subject of a header; empty if there is none. */
  static String subject(List<String> header) {
    return field(header, SUBJECT);
  }

  private static String field(List<String> header, Pattern label) {
    return header.stream()
        .map(QuoteHeader::bare)
        .filter(line -> label.matcher(line).matches())
        .map(line -> line.replaceFirst("^[^:：]*[:：][*\\s]*", "").strip())
        .findFirst()
        .orElse("");
  }

  private static int sentenceEnd(List<String> lines, int at, String first) {
    boolean dated = DATED_START.matcher(first).matches();
    if (!dated && !SENDER_START.matcher(first).matches()) {
      return -1;
    }
    var joined = new StringBuilder();
    for (int i = at; i < Math.min(lines.size(), at + (dated ? MOST_LINES : 2)); i++) {
      var line = bare(lines.get(i));
      if (joined.length() + line.length() > LONGEST
          || i > at && !line.isEmpty() && DATED_START.matcher(line).matches() && !mayEnd(line)) {
        return -1;
      }
      joined.append(joined.isEmpty() || line.isEmpty() ? "" : " ").append(line);
      if (isSentence(joined, lines, i + 1)) {
        return i + 1;
      }
    }
    return -1;
  }

  private static boolean mayEnd(CharSequence text) {
    return ":：-".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  private static boolean isSentence(CharSequence text, List<String> lines, int after) {
    if (Character.isDigit(text.charAt(0)) && DATE_AND_SENDER.matcher(text).matches()) {
      return true;
    }
    if (!mayEnd(text) || !ENDS.matcher(text).find()) {
      return false;
    }
    int next = nextText(lines, after);
    boolean quoteFollows = next < lines.size() && ReplyText.isQuoted(lines.get(next));
    return quoteFollows || BY_PROGRAM.matcher(text).find();
  }

  /** Journeys and parcels have a from, a to and a date too, but no subject and no address. */
  private static int blockEnd(List<String> lines, int at, int labels) {
    int found = 0;
    int missed = 0;
    boolean ofMail = false;
    int end = -1;
    for (int i = at; i < Math.min(lines.size(), at + LONGEST_BLOCK) && missed < 2; i++) {
      var line = bare(lines.get(i));
      if (line.length() <= LONGEST * 3 && LABEL.matcher(line).matches()) {
        found++;
        ofMail |= line.contains("@") || SUBJECT.matcher(line).matches();
        end = i + 1;
      } else if (!line.isEmpty()) {
        missed++;
      }
    }
    return ofMail && found >= labels ? end : -1;
  }

  private static int nextText(List<String> lines, int from) {
    int i = from;
    while (i < lines.size() && bare(lines.get(i)).isEmpty()) {
      i++;
    }
    return i;
  }

  private static String bare(String line) {
    return QUOTE_MARKS.matcher(line).replaceFirst("").stripTrailing();
  }
}
