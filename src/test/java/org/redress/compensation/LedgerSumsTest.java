package org.redress.compensation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.TestService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Whatever people do, in whatever order: the ledger adds up and no budget is overspent. */
@TestService
class LedgerSumsTest {

  private static final int DEEDS = 150;
  private static final String RUDE = "Your shop assistant was rude to me and I am upset";
  private static final List<String> USERS = List.of("agent", "tom", "lead", "manager", "director");
  private static final List<String> KINDS =
      List.of("voucher", "refund", "damages", "points", "apology");
  private static final List<String> STEPS =
      List.of("promise", "decline", "issue", "withdraw", "approve", "refuse");

  @Autowired private Environment settings;

  @ParameterizedTest
  @ValueSource(longs = {1, 20261122})
  void sumsAlwaysAddUp(long seed) throws Exception {
    var random = new Random(seed);
    var desk = new Desk(settings);
    var tickets = desk.tickets(RUDE, 5);
    var ticketOf = new HashMap<Long, String>();
    var done = new HashSet<Integer>();
    for (int i = 0; i < DEEDS; i++) {
      var user = pick(USERS, random);
      if (ticketOf.isEmpty() || random.nextInt(3) == 0) {
        var ticket = pick(tickets, random);
        var amount = "\"amount\":%d.%02d".formatted(1 + random.nextInt(4000), random.nextInt(100));
        var kind = pick(KINDS, random);
        var rest = kind.equals("apology") ? "" : amount + ",";
        var offer = desk.offer(user, ticket, kind, rest + "\"reason\":\"random\"");
        done.add(offer.statusCode());
        if (offer.statusCode() == 201) {
          ticketOf.put(Desk.JSON.readTree(offer.body()).get("id").asLong(), ticket);
        }
      } else {
        var award = pick(new ArrayList<>(ticketOf.keySet()), random);
        var step = pick(STEPS, random);
        var answer =
            step.equals("approve") || step.equals("refuse")
                ? desk.answer(user, award, step, "random")
                : desk.step(user, ticketOf.get(award), award, step, "random");
        done.add(answer.statusCode());
      }
    }
    assertThat(done).contains(200, 201, 409).isSubsetOf(200, 201, 403, 404, 409);
    addsUp(desk.month());
  }

  private static <T> T pick(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  private static void addsUp(JsonNode month) {
    var held = new HashMap<Long, BigDecimal>();
    var paid = new HashMap<Long, BigDecimal>();
    var last = new HashMap<Long, String>();
    var byTeam = new HashMap<String, BigDecimal>();
    Set<String> seen = new HashSet<>();
    for (var line : month.get("ledger")) {
      var award = line.get("award").asLong();
      assertThat(seen.add(award + line.get("step").asString())).as(line.toString()).isTrue();
      add(held, award, line.get("held").decimalValue());
      add(paid, award, line.get("paid").decimalValue());
      assertThat(held.get(award).signum()).as(line.toString()).isNotNegative();
      last.put(award, line.get("step").asString());
      var moved = line.get("held").decimalValue().add(line.get("paid").decimalValue());
      add(byTeam, line.get("team").asString(), moved);
    }
    assertThat(held).isNotEmpty();
    last.forEach((award, step) -> stands(step, held.get(award), paid.get(award)));
    withinBudgets(month, byTeam);
  }

  private static void stands(String step, BigDecimal held, BigDecimal paid) {
    switch (step) {
      case "issued" -> assertThat(held).isEqualByComparingTo(BigDecimal.ZERO);
      case "refused", "declined", "withdrawn" ->
          assertThat(held.add(paid)).isEqualByComparingTo(BigDecimal.ZERO);
      default -> assertThat(paid).isEqualByComparingTo(BigDecimal.ZERO);
    }
  }

  private static void withinBudgets(JsonNode month, Map<String, BigDecimal> byTeam) {
    for (var standing : month.get("budgets")) {
      var team = standing.get("team").asString();
      var used = standing.get("held").decimalValue().add(standing.get("paid").decimalValue());
      assertThat(used)
          .as(team)
          .isEqualByComparingTo(byTeam.getOrDefault(team, BigDecimal.ZERO))
          .isLessThanOrEqualTo(standing.get("budget").decimalValue());
    }
  }

  private static <K> void add(Map<K, BigDecimal> sums, K key, BigDecimal more) {
    sums.merge(key, more, BigDecimal::add);
  }
}
