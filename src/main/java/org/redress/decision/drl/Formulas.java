package org.redress.decision.drl;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.redress.decision.rule.Condition;
import org.redress.text.Text;

/**
 * The rules of a {@code .drl} file. Drools' parser says where each part begins and ends; each part
 * is then read as data, in a closed grammar. No text of the file is ever compiled.
 *
 * @param rules those that are good
 * @param refusals what is not accepted, at most one a rule
 */
public record Formulas(List<Formula> rules, List<Refusal> refusals) {

  private static final int MOST_BYTES = 200 << 10;
  private static final int MOST_RULES = 200;

  /** Before the parser is let near; what a rule may really have is counted later. */
  private static final int DEEPEST = 20;

  private static final Set<String> NEVER =
      Set.of(
          "import",
          "package",
          "function",
          "global",
          "declare",
          "query",
          "unit",
          "dialect",
          "eval",
          "from",
          "accumulate",
          "acc",
          "collect",
          "forall",
          "exists",
          "over",
          "window",
          "this",
          "new",
          "matches",
          "memberOf",
          "soundslike",
          "instanceof",
          "null",
          "extends",
          "do");

  /**
   * Reads a file; never fails.
   *
   * @param meaning what a comparison means; it may throw a {@link Refusal}
   */
  public static Formulas read(byte[] bytes, Function<Comparison, Condition> meaning) {
    try {
      var text = text(bytes);
      look(text);
      return walk(parse(text), meaning);
    } catch (Refusal refusal) {
      return new Formulas(List.of(), List.of(refusal));
    }
  }

  private static String text(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new Refusal(
          0,
          new Text("the file has %d KB, more than %d KB", "文件有 %d KB，超过了 %d KB")
              .formatted(bytes.length >> 10, MOST_BYTES >> 10),
          Refusal.USE_A_TABLE);
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      var plain = text.replace("\r\n", "\n").replace('\r', '\n');
      return plain.startsWith("\uFEFF") ? plain.substring(1) : plain;
    } catch (CharacterCodingException e) {
      throw new Refusal(
          0,
          new Text("the file is not UTF-8", "文件不是 UTF-8"),
          new Text("Save it as UTF-8.", "请另存为 UTF-8。"));
    }
  }

  /** Refuses every sign, word and depth that no accepted rule has. */
  private static void look(String text) {
    int depth = 0;
    for (var token : Token.of(text, 1)) {
      if (token.kind() == Token.Kind.NAME && NEVER.contains(token.text())) {
        throw Refusal.notAllowed(token.line(), token.shown());
      }
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (depth > DEEPEST) {
        throw Refusal.notAllowed(
            token.line(), new Text("so many brackets inside each other", "这么多层括号"));
      }
    }
  }

  private static PackageDescr parse(String text) {
    var parser = new DrlParser(LanguageLevelOption.DRL6);
    try {
      var parsed = parser.parse(false, text);
      if (parsed != null && !parser.hasErrors()) {
        return parsed;
      }
    } catch (DroolsParserException | RuntimeException e) {
      throw new Refusal(0, new Text("the file cannot be read", "无法读取此文件"), Refusal.FORM);
    }
    var lines = parser.getErrors().stream().flatMapToInt(e -> Arrays.stream(e.getLines()));
    throw new Refusal(
        lines.findFirst().orElse(0), new Text("this is no rule", "这不是规则"), Refusal.FORM);
  }

  private static Formulas walk(PackageDescr file, Function<Comparison, Condition> meaning) {
    refuseAllButRules(file);
    var rules = new ArrayList<Formula>();
    var refusals = new ArrayList<Refusal>();
    for (RuleDescr rule : file.getRules()) {
      try {
        rules.add(new RuleWalk(rule, meaning).read());
      } catch (Refusal refusal) {
        refusals.add(refusal);
      }
    }
    return new Formulas(List.copyOf(rules), List.copyOf(refusals));
  }

  private static void refuseAllButRules(PackageDescr file) {
    if (file.getRules().size() > MOST_RULES) {
      throw new Refusal(
          0,
          new Text("the file has %d rules, more than %d", "文件有 %d 条规则，超过了 %d 条")
              .formatted(file.getRules().size(), MOST_RULES),
          Refusal.USE_A_TABLE);
    }
    var others =
        Map.<Text, Collection<?>>of(
            new Text("an import", "导入（import）"), file.getImports(),
            new Text("an import of a function", "导入函数"), file.getFunctionImports(),
            new Text("an import of an accumulate function", "导入累计函数"), file.getAccumulateImports(),
            new Text("a global", "全局变量"), file.getGlobals(),
            new Text("a function", "函数"), file.getFunctions(),
            new Text("an attribute for all rules", "所有规则的属性"), file.getAttributes(),
            new Text("a declaration of a type", "类型声明"), file.getClassAndEnumDeclarationDescrs(),
            new Text("a declaration of an entry point", "入口声明"), file.getEntryPointDeclarations(),
            new Text("a declaration of a window", "窗口声明"), file.getWindowDeclarations());
    others.forEach((what, found) -> refuseUnless(found.isEmpty(), what));
    refuseUnless(file.getUnit() == null, new Text("a unit", "单元（unit）"));
    refuseUnless(file.getNamespace().isEmpty(), new Text("a package", "包声明（package）"));
  }

  private static void refuseUnless(boolean good, Text what) {
    if (!good) {
      throw Refusal.notAllowed(1, what);
    }
  }
}
