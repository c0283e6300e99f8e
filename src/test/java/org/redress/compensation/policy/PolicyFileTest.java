package org.redress.compensation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.access.Staff;

/** The policy file says what holds, and what is wrong with it. */
class PolicyFileTest {

  private static final String SOUND =
      """
      currency: EUR
      limits:
        agent: {each: 100, kinds: {refund: 300}, customer_year: 500}
        director: {each: 5000, customer_year: 9000}
      budgets:
        each: 1000
        teams:
          billing: 2000
      approval:
        within: 4wh
        climbs: [lead, director]
      """;

  @TempDir private Path folder;

  private Policy read(String text) throws IOException {
    var file = Files.writeString(folder.resolve("compensation.yml"), text);
    return PolicyFile.read(file, staff());
  }

  private static Staff staff() {
    var ladder = new LinkedHashMap<>(Map.of("lead", "eva"));
    ladder.put("director", "ida");
    var name = new Staff.Name("Billing", "账务");
    return new Staff(
        new LinkedHashMap<>(Map.of("billing", new Staff.Team(name, "office", List.of(), ladder))),
        List.of());
  }

  @Test
  void limitsHoldByRoleKindAndYear() throws IOException {
    var policy = read(SOUND);
    var year = new BigDecimal("500");

    assertThat(policy.allows(Set.of("agent"), "refund", new BigDecimal("300"), year)).isTrue();
    assertThat(policy.allows(Set.of("agent"), "voucher", new BigDecimal("100.01"), year)).isFalse();
    assertThat(policy.allows(Set.of("agent"), "voucher", BigDecimal.ONE, new BigDecimal("500.01")))
        .isFalse();
    assertThat(policy.allows(Set.of("agent", "director"), "voucher", new BigDecimal("101"), year))
        .isTrue();
    assertThat(policy.allows(Set.of("admin"), "voucher", BigDecimal.ONE, year)).isFalse();
    assertThat(policy.allows(Set.of("admin"), "apology", BigDecimal.ZERO, year)).isTrue();
    assertThat(policy.budget("billing")).isEqualByComparingTo("2000");
    assertThat(policy.budget("legal")).isEqualByComparingTo("1000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EUR          | EURO           | compensation.yml:1: currency: 'EURO' is not a currency
          customer_year: 500 | customer_year: -1 | compensation.yml:3: limits.agent.customer_year: '-1' is not an amount
          {each: 100,  | {each: 1e99,   | compensation.yml:3: limits.agent.each: '1e99' is not
          {each: 100,  | {eech: 1, each: 100, | compensation.yml:3: limits.agent.eech: Unrecognized
          director: {e | pope: {e       | compensation.yml:4: limits: 'pope' is not a role, or a rank
          9000         | much           | compensation.yml:4: limits.director.customer_year: 'much'
          billing      | biling         | compensation.yml:8: budgets.teams: 'biling' is not a team
          2000         | ''             | compensation.yml:8: budgets.teams.billing: there is nothing
          4wh          | 4 whales       | compensation.yml:10: approval.within: '4 whales' is not a time
          [lead,       | [leed,         | compensation.yml:11: approval.climbs: 'leed' is not a rank
          [lead,       | lead,          | compensation.yml:11
          """)
  void aMistakeNamesLineAndField(String sound, String broken, String said) {
    assertThatThrownBy(() -> read(SOUND.replaceFirst(Pattern.quote(sound), broken)))
        .isInstanceOf(PolicyBroken.class)
        .hasMessageContaining(said)
        .hasMessageEndingWith(".");
  }

  @ParameterizedTest
  @CsvSource({"limits", "budgets", "approval", "currency"})
  void everySectionIsNeeded(String section) {
    var without = SOUND.replaceAll("(?m)^" + section + ":.*\\n(  .*\\n)*", "");

    assertThatThrownBy(() -> read(without)).hasMessageContaining("'" + section + "'");
  }

  @Test
  void aMissingFileSaysWhereItMustBe() {
    assertThatThrownBy(() -> PolicyFile.read(folder.resolve("none.yml"), staff()))
        .hasMessageContaining("none.yml")
        .hasMessageContaining("redress.compensation.file");
  }
}
