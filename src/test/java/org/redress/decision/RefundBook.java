package org.redress.decision;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.redress.decision.file.RuleFiles;

/** The files of a rule book that is just large enough for tests of the rule language. */
public final class RefundBook {

  private RefundBook() {}

  /** Questions and vocabulary, with these files under the question {@code refund}. */
  public static RuleFiles with(Map<String, byte[]> files) {
    var all = new TreeMap<String, byte[]>();
    put(
        all,
        "questions.yml",
        """
        questions:
          - name: emotion
            asks: {en: How?, zh: 如何？}
            policy: highest
            default: calm
            answers:
              angry: {en: Angry, zh: 愤怒}
              calm: {en: Calm, zh: 平静}
          - name: demand
            asks: {en: What?, zh: 要什么？}
            policy: collect
            default: []
            answers:
              refund: {en: Refund, zh: 退款}
              repair: {en: Repair, zh: 维修}
          - name: refund
            asks: {en: How much?, zh: 多少？}
            policy: collect
            detail: {column: amount, type: money, keep: highest}
            default: []
            answers:
              voucher: {en: Voucher, zh: 代金券}
              money: {en: Money, zh: 现金}
        """);
    put(all, "vocabulary/words.csv", "name,en,zh\nlate,late,迟到\nbroken,broken*,坏了\nrude,rude,\n");
    put(all, "emotion/emotion.csv", "name,answer,because,because_zh\nAnger,angry,Because.,理由。\n");
    put(all, "demand/demand.csv", "name,answer,because,because_zh\nDemand,repair,Because.,理由。\n");
    files.forEach((name, content) -> all.put("refund/" + name, content));
    return new RuleFiles(all);
  }

  /** With one file under the question {@code refund}. */
  public static RuleFiles with(String name, String text) {
    return with(Map.of(name, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void put(Map<String, byte[]> files, String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
