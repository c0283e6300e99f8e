package org.redress.decision;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.redress.decision.file.RuleFiles;
import org.redress.decision.rulebook.RuleBook;

/** A rule book of a few rows, in which nothing is doubtful until a test changes a file. */
public final class SoundBook {

  private RuleFiles files = new RuleFiles(new TreeMap<>());

  /** The book as it is before a test changes it. */
  public SoundBook() {
    with("questions.yml", QUESTIONS);
    with("vocabulary/words.csv", "name,en,zh\nangry,angry,\nlate,late,\nbill,bill,\nback,back,\n");
    with(
        "emotion/emotion.csv",
        """
        name,when mentions,answer,because,because_zh
        Angry,angry,angry,Angry.,生气。
        Furious,angry & late,furious,Furious.,暴怒。
        """);
    with(
        "emotion/examples.yml",
        """
        - given: {text: angry}
          expect: {answer: angry, rule: Angry}
        - given: {text: angry and late}
          expect: {answer: furious, rule: Furious}
        """);
    with(
        "demand/demand.csv",
        """
        name,when mentions,answer,because,because_zh
        Money,back,refund,Money back.,退款。
        Speed,late,speed,Soon.,尽快。
        """);
    with(
        "demand/examples.yml",
        """
        - given: {text: money back}
          expect: {answer: refund, rule: Money}
        - given: {text: late}
          expect: {answer: speed, rule: Speed}
        """);
    with(
        "topic/topic.csv",
        """
        name,when mentions,when emotion,answer,because,because_zh
        Late,late,,delivery,It is late.,迟了。
        Bill,bill & !late,,billing,The bill.,账单。
        """);
    with(
        "topic/examples.yml",
        """
        - given: {text: late}
          expect: {answer: delivery, rule: Late}
        - given: {text: bill}
          expect: {answer: billing, rule: Bill}
        """);
    with(
        "offer/offer.csv",
        """
        name,when mentions,when demand,answer,amount,because,because_zh
        Small,late,,voucher,10,Sorry.,抱歉。
        """);
    with(
        "offer/examples.yml",
        """
        - given: {text: late}
          expect: {answer: voucher, rule: Small}
        """);
  }

  private static final String QUESTIONS =
      """
      questions:
        - name: emotion
          asks: {en: Feeling?, zh: 情绪？}
          policy: highest
          default: calm
          answers:
            furious: {en: Furious, zh: 暴怒}
            angry: {en: Angry, zh: 生气}
            calm: {en: Calm, zh: 平静}
        - name: demand
          asks: {en: Demand?, zh: 诉求？}
          policy: collect
          default: []
          answers:
            refund: {en: Refund, zh: 退款}
            speed: {en: Speed, zh: 加快}
        - name: topic
          asks: {en: Topic?, zh: 何事？}
          policy: only one
          default: other
          answers:
            delivery: {en: Delivery, zh: 配送}
            billing: {en: Billing, zh: 账单}
            other: {en: Other, zh: 其他}
        - name: offer
          asks: {en: Offer?, zh: 补偿？}
          policy: collect
          detail: {column: amount, type: money, keep: highest}
          default: []
          answers:
            voucher: {en: Voucher, zh: 代金券}
      """;

  /** Adds or replaces a file. */
  public SoundBook with(String path, String text) {
    files = files.with(path, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Replaces some text of the questions. */
  public SoundBook withQuestions(String text, String replacement) {
    return with("questions.yml", QUESTIONS.replace(text, replacement));
  }

  /** Reads and compiles it. */
  public RuleBook load() {
    return RuleBook.of(files);
  }
}
