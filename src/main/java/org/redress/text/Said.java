package org.redress.text;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a phrase is said in a text. It is denied where a negator stands before it with at most small
 * words between, as in "not at all angry"; it is said with force where words of degree stand beside
 * it, or its sentence ends in {@code !!}.
 *
 * @param denied whether the text says the opposite
 * @param strongly the phrase with the words that give it force, if it is said so
 */
public record Said(boolean denied, @Nullable String strongly) {

  private static final Said DENIED = new Said(true, null);
  private static final Said PLAIN = new Said(false, null);

  /** More words before a phrase never matter. */
  private static final int MOST_WORDS = 5;

  private static final int LONGEST_SENTENCE = 80;

  private static final Set<String> NEGATORS =
      words(
          "not no never without nobody none nothing neither nor hardly cannot dont doesnt didnt isnt"
              + " wasnt arent werent wont cant hasnt havent aint 不 没 没有 未 无 非 别 不是 不会 不算 没人 无人"
              + " 没有人 从不 从未 毫无 并非 谈不上 称不上 算不上");

  /** Before a negator these make a question or a second negation, which denies nothing. */
  private static final Pattern AFFIRMING =
      Pattern.compile("(?:难道[我你他她]?|[能得动时好要莫无岂谁可是]|怎么|并非|没有)$");

  private static final Set<String> DEGREES =
      words(
          "very really extremely absolutely totally utterly completely thoroughly deeply truly highly"
              + " incredibly terribly beyond so such more most particularly especially seriously"
              + " bitterly 非常 特别 极其 极度 极为 十分 万分 超级 超 简直 实在 真 真的 真是 相当 尤其 格外 无比 彻底 完全"
              + " 太 最 忒 巨 贼");

  /** With "never" these compare: "never been so angry" is great anger. */
  private static final Set<String> COMPARING = words("so such more");

  /** Between things denied together: "not angry or upset", 没有生气或难过. */
  private static final Set<String> LISTING = words("or nor , 、 或 或者 和 与 及 以及");

  private static final Pattern JOINED = Pattern.compile(",? ?");

  /** After a comma a list goes on only where its last word is still to come. */
  private static final Pattern LIST_GOES_ON =
      Pattern.compile("(?:, ?[a-z' ]{1,30}){0,3}+,? ?(?:or |nor |或|和|及)");

  private static final Set<String> SMALL =
      words(
          "a an the any all at take taking go call calling be been being was were is are am get getting got feel feeling felt that"
              + " too overly going to want wish planning intend intending threatening thinking trying"
              + " of about real single yet even currently have has had one in bit least longer further 很"
              + " 怎么 那么 这么 任何 什么 一点 一点儿 感到 觉得 感觉 有 是 会 想 要 让 我 让我 令我 令人 让人 再 打算"
              + " 准备 找 去 走 造成 发生 出现 引起 至于 必 用 需要 人 人员");

  private static final Set<String> KNOWN = new HashSet<>();

  static {
    Stream.of(NEGATORS, DEGREES, SMALL, LISTING).forEach(KNOWN::addAll);
  }

  private static final Pattern FORCE_AFTER =
      Pattern.compile(
          "至极|之极|极了|透了|透顶|死了|死我|得要命|得要死|得不行|得很|到极点|万分| beyond words| as hell| indeed\\b");

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }

  /**
   * How the phrase from {@code begin} to before {@code end} is said.
   *
   * @param normal a text in the form of {@link NormalText}
   * @param denied where the last phrase ends that was denied; what is listed with it, as in "not
   *     angry or upset", is denied as well
   */
  public static Said of(String normal, int begin, int end, int denied) {
    var words = new WordsBefore(normal, begin, KNOWN);
    var from = begin;
    var comparing = false;
    for (int i = 0; i < MOST_WORDS; i++) {
      var word = words.next();
      if (NEGATORS.contains(word) || word.endsWith("n't")) {
        if (!(comparing && word.equals("never")) && !words.endBefore(AFFIRMING)) {
          return DENIED;
        }
        break;
      }
      if (denied >= 0 && isListed(normal, words, word, denied, end)) {
        return DENIED;
      }
      if (DEGREES.contains(word)) {
        from = words.place();
        comparing |= COMPARING.contains(word);
      } else if (!SMALL.contains(word)) {
        break;
      }
    }
    var after = FORCE_AFTER.matcher(normal).region(end, normal.length());
    var to = after.lookingAt() ? after.end() : end;
    var called = called(normal, to);
    return from < begin || to > end || called
        ? new Said(false, normal.substring(from, to) + (called ? "!!" : ""))
        : PLAIN;
  }

  /** Whether a word joins what follows it to the phrase denied before it. */
  private static boolean isListed(
      String text, WordsBefore words, String word, int denied, int end) {
    return LISTING.contains(word)
        && denied <= words.place()
        && JOINED.matcher(text).region(denied, words.place()).matches()
        && (!word.equals(",") || LIST_GOES_ON.matcher(text).region(end, text.length()).lookingAt());
  }

  /** Whether the sentence ends in more than one exclamation mark. */
  private static boolean called(String text, int from) {
    var last = Math.min(text.length(), from + LONGEST_SENTENCE);
    for (int i = from; i < last; i++) {
      var c = text.charAt(i);
      if (c == '!') {
        return i + 1 < last && text.charAt(i + 1) == '!';
      }
      if (".?;。".indexOf(c) >= 0) {
        return false;
      }
    }
    return false;
  }
}
