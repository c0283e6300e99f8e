package org.redress.decision.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.drools.template.ObjectDataCompiler;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;
import org.redress.decision.rule.Facts;
import org.redress.decision.rule.Rule;
import org.redress.decision.rule.WordCondition;

/**
 * Turns the rules of one question into a Drools knowledge base through the rule template. Only
 * numbers and words of a closed alphabet reach the generated text, so a table cannot carry code.
 */
class RuleCompiler {

  private static final String TEMPLATE = "question.drt";

  /** Compiles {@code rules}; a rule proposes its index in the list. */
  KieBase compile(List<Rule> rules) {
    var base = KnowledgeBaseFactory.newKnowledgeBase();
    if (rules.isEmpty()) {
      return base;
    }
    var builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
    builder.add(
        ResourceFactory.newReaderResource(new StringReader(drl(rules)), "UTF-8"), ResourceType.DRL);
    if (builder.hasErrors()) {
      throw new IllegalStateException("generated rules do not compile: " + builder.getErrors());
    }
    base.addPackages(builder.getKnowledgePackages());
    return base;
  }

  private static String drl(List<Rule> rules) {
    var rows = new ArrayList<Map<String, Object>>();
    for (int index = 0; index < rules.size(); index++) {
      rows.add(Map.of("index", String.valueOf(index), "pattern", pattern(rules.get(index))));
    }
    try (InputStream template = RuleCompiler.class.getResourceAsStream(TEMPLATE)) {
      return new ObjectDataCompiler().compile(rows, template);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sign that wakes the rule, once for each alternative, with all other conditions on it. */
  private static String pattern(Rule rule) {
    var waking = waking(rule);
    var rest = constraints(rule, waking);
    var alternatives =
        waking == null ? Stream.of(Sign.ANY) : waking.anyOf().get(0).stream().map(waking::fact);
    return alternatives
        .map(fact -> "Sign(fact == \"%s\"%s)".formatted(fact, rest))
        .collect(Collectors.joining(" or ", "(", ")"));
  }

  /** Mentions are rarest, so they wake the fewest rules; then any other word that must be there. */
  private static @Nullable WordCondition waking(Rule rule) {
    return rule.conditions().stream()
        .filter(WordCondition.class::isInstance)
        .map(WordCondition.class::cast)
        .filter(condition -> !condition.anyOf().isEmpty())
        .min(Comparator.comparing(condition -> !condition.isAboutText()))
        .orElse(null);
  }

  private static String constraints(Rule rule, @Nullable WordCondition waking) {
    var constraints = new ArrayList<String>();
    for (var condition : rule.conditions()) {
      condition.constraints().stream().skip(condition == waking ? 1 : 0).forEach(constraints::add);
    }
    if (rule.from() != null) {
      constraints.add("day >= " + Facts.asNumber(rule.from()));
    }
    if (rule.until() != null) {
      constraints.add("day <= " + Facts.asNumber(rule.until()));
    }
    return constraints.stream().map(constraint -> ", " + constraint).collect(Collectors.joining());
  }
}
