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
          "the file has %d KB, more than %d KB".formatted(bytes.length >> 10, MOST_BYTES >> 10),
          "Split it, or write the rules into a table.");
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      var plain = text.replace("\r\n", "\n").replace('\r', '\n');
      return plain.startsWith("\uFEFF") ? plain.substring(1) : plain;
    } catch (CharacterCodingException e) {
      throw new Refusal(0, "the file is not UTF-8", "Save it as UTF-8.");
    }
  }

  /** Refuses every sign, word and depth that no accepted rule has. */
  private static void look(String text) {
    int depth = 0;
    for (var token : Token.of(text, 1)) {
      if (token.kind() == Token.Kind.NAME && NEVER.contains(token.text())) {
        throw Refusal.notAllowed(token.line(), "'%s'".formatted(token.text()));
      }
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (depth > DEEPEST) {
        throw Refusal.notAllowed(token.line(), "so many brackets inside each other");
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
      throw new Refusal(0, "the file cannot be read", Refusal.FORM);
    }
    var lines = parser.getErrors().stream().flatMapToInt(e -> Arrays.stream(e.getLines()));
    throw new Refusal(lines.findFirst().orElse(0), "this is no rule", Refusal.FORM);
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
          "the file has %d rules, more than %d".formatted(file.getRules().size(), MOST_RULES),
          "Split it, or write the rules into a table.");
    }
    var others =
        Map.<String, Collection<?>>of(
            "an import", file.getImports(),
            "an import of a function", file.getFunctionImports(),
            "an import of an accumulate function", file.getAccumulateImports(),
            "a global", file.getGlobals(),
            "a function", file.getFunctions(),
            "an attribute for all rules", file.getAttributes(),
            "a declaration of a type", file.getClassAndEnumDeclarationDescrs(),
            "a declaration of an entry point", file.getEntryPointDeclarations(),
            "a declaration of a window", file.getWindowDeclarations());
    others.forEach((what, found) -> refuseUnless(found.isEmpty(), what));
    refuseUnless(file.getUnit() == null, "a unit");
    refuseUnless(file.getNamespace().isEmpty(), "a package");
  }

  private static void refuseUnless(boolean good, String what) {
    if (!good) {
      throw Refusal.notAllowed(1, what);
    }
  }
}
