package org.redress.bench;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.redress.decision.file.RuleFiles;

/**
 * Rule books of any size whose rows look like those that managers write: two to four conditions. The
 * vocabulary grows with the rules, so that a complaint wakes about as many of them in every book.
 */
final class GeneratedBook {

  private GeneratedBook() {}

  /** The files of a book with {@code rows} rules for one question. */
  static RuleFiles of(int rows) {
    var files = new TreeMap<String, byte[]>();
    put(
        files,
        "questions.yml",
        """
        questions:
          - name: category
            asks: {en: What is it about?, zh: 关于什么？}
            policy: most supported
            default: other
            answers:
              delivery: {en: Delivery, zh: 配送}
              product: {en: Product, zh: 产品}
              billing: {en: Billing, zh: 账单}
              other: {en: Other, zh: 其他}
        """);
    put(
        files,
        "vocabulary/words.csv",
        "name,en,zh\n"
            + IntStream.range(0, rows)
                .mapToObj(i -> "word_%d,phrase%d,短语%d号\n".formatted(i, i, i))
                .collect(Collectors.joining()));
    var random = new Random(rows);
    put(
        files,
        "category/category.csv",
        "name,when mentions,when tier,when value,answer,because,because_zh\n"
            + IntStream.range(0, rows).mapToObj(i -> row(i, rows, random)).collect(Collectors.joining()));
    put(files, "category/examples.yml", "[]");
    return new RuleFiles(files);
  }

  private static String row(int i, int words, Random random) {
    return "Rule %d,word_%d|word_%d & !word_%d,%s,%s,%s,Because of %d.,因为%d。\n"
        .formatted(
            i,
            random.nextInt(words),
            random.nextInt(words),
            random.nextInt(words),
            random.nextBoolean() ? "gold|vip" : "",
            random.nextBoolean() ? ">=" + random.nextInt(5000) : "",
            new String[] {"delivery", "product", "billing"}[random.nextInt(3)],
            i,
            i);
  }

  private static void put(TreeMap<String, byte[]> files, String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
