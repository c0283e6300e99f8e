package org.redress.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.redress.decision.file.RuleFiles;

/** A rule book of two questions and two words, to change in tests. */
public final class SmallBook {

  public static final String CATEGORY = "category/category.csv";
  public static final String HEADER = "name,when mentions,answer,because,because_zh\n";
  public static final String LATE = "Late,late,delivery,It is late.,迟了。\n";
  public static final String BROKEN = "Broken,broken,product,It is broken.,坏了。\n";

  private final TreeMap<String, byte[]> files = new TreeMap<>();

  public SmallBook() {
    with(
        "questions.yml",
        """
        questions:
          - name: category
            asks: {en: What is it about?, zh: 关于什么？}
            policy: only one
            default: other
            answers:
              delivery: {en: Delivery, zh: 配送}
              product: {en: Product, zh: 产品}
              other: {en: Other, zh: 其他}
          - name: team
            asks: {en: Who handles it?, zh: 谁处理？}
            policy: only one
            default: care
            answers:
              logistics: {en: Logistics, zh: 物流组}
              care: {en: Care, zh: 客服组}
          - name: compensation
            asks: {en: What may we offer?, zh: 可补偿什么？}
            policy: collect
            detail: {column: amount, type: money, keep: highest}
            default: none
            answers:
              voucher: {en: Voucher, zh: 代金券}
              none: {en: Nothing, zh: 无}
        """);
    with("vocabulary/words.csv", "name,en,zh\nlate,late,迟到\nbroken,broken*,坏了\n");
    with(CATEGORY, HEADER + LATE);
    with(
        "category/examples.yml",
        """
        - given: {text: It is late.}
          expect: {answer: delivery, rule: Late}
        """);
    with(
        "team/team.csv",
        """
        name,when category,answer,because,because_zh
        To logistics,delivery,logistics,They drive.,他们送货。
        """);
    with(
        "team/examples.yml",
        "- {given: {text: late}, expect: {answer: logistics, rule: To logistics}}");
    with(
        "compensation/compensation.csv",
        """
        name,when category,answer,amount,because,because_zh
        A small voucher,delivery,voucher,10,We are sorry.,抱歉。
        """);
    with(
        "compensation/examples.yml",
        "- {given: {text: late}, expect: {answer: voucher, rule: A small voucher}}");
  }

  /** Replaces a file. */
  public SmallBook with(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public RuleFiles files() {
    return new RuleFiles(new TreeMap<>(files));
  }

  /** Writes all files below a folder. */
  public SmallBook writeTo(Path folder) {
    files.forEach((path, content) -> write(folder.resolve(path), content));
    return this;
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
