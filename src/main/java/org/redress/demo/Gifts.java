package org.redress.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.compensation.Step;
import org.redress.compensation.policy.Authority;
import org.redress.compensation.policy.Authority.Gift;
import org.redress.compensation.policy.Policy;
import org.redress.demo.Life.Done;
import org.redress.demo.cast.Phrases;
import org.redress.storage.Ids;
import org.redress.storage.Instants;
import org.redress.ticket.care.CareStep;

/** What is offered to make good, within the limits and budgets of the site. */
final class Gifts {

  private final Authority authority;
  private final Policy policy;
  private final Ids ids;
  private final ZoneId zone;
  private final Map<String, BigDecimal> spent = new HashMap<>();

  Gifts(Authority authority, Policy policy, Ids ids, ZoneId zone) {
    this.authority = authority;
    this.policy = policy;
    this.ids = ids;
    this.zone = zone;
  }

  /** An award on its way through the ledger. */
  private final class Giving {

    private final Life life;
    private final Sheets sheets;
    private final long id = ids.next();
    private final String kind;
    private final @Nullable BigDecimal amount;
    private int nr;

    Giving(Life life, Sheets sheets, String kind, @Nullable BigDecimal amount) {
      this.life = life;
      this.sheets = sheets;
      this.kind = kind;
      this.amount = amount;
    }

    BigDecimal cost() {
      return amount == null ? BigDecimal.ZERO : amount;
    }

    void take(Step step, Instant at, String actor) {
      var cost = cost();
      var held = step == Step.PROPOSED ? cost : step.isEnd() ? cost.negate() : BigDecimal.ZERO;
      var paid = step == Step.ISSUED ? cost : BigDecimal.ZERO;
      sheets.add(Sheet.LEDGER, id, ++nr, step.key(), Instants.bind(at), actor, held, paid, null);
      var words = amount == null ? kind : kind + ": " + amount.toPlainString();
      life.happened(at, actor, "offer_" + step.key(), null, words);
    }

    void begin(Instant at, String actor, LocalDate month) {
      sheets.add(
          Sheet.AWARD,
          id,
          life.id,
          life.who.id,
          life.team,
          month,
          kind,
          amount,
          policy.currency().getCurrencyCode(),
          actor,
          Instants.bind(at));
      take(Step.PROPOSED, at, actor);
    }
  }

  /** Offers something of what the rules allow once a solution is proposed. */
  void give(Life life, Sheets sheets) {
    var offers = life.decision.answer("compensation");
    var proposed = first(life, CareStep.PROPOSE_SOLUTION);
    if (offers.values().isEmpty() || proposed == null || life.chance.nextInt(100) < 25) {
      return;
    }
    var kind = Phrases.any(offers.values(), life.chance);
    var amount = offers.detailOf(kind).map(BigDecimal::new).orElse(null);
    var giving = new Giving(life, sheets, kind, amount);
    var at = proposed.at();
    var month = LocalDate.ofInstant(at, zone).withDayOfMonth(1);
    var budget = life.team + month;
    var after = spent.getOrDefault(budget, BigDecimal.ZERO).add(giving.cost());
    if (after.compareTo(policy.budget(life.team)) > 0) {
      return;
    }
    spent.put(budget, after);
    var asker = life.actor(Life.OWNER, at);
    giving.begin(at, asker, month);
    var approved = approved(life, giving, asker, at);
    if (approved != null) {
      settle(life, giving, asker, approved);
    }
  }

  private static @Nullable Done first(Life life, CareStep step) {
    return life.done.stream().filter(done -> done.step() == step).findFirst().orElse(null);
  }

  /** When it was approved; none when it was refused, or nobody has answered yet. */
  private @Nullable Instant approved(Life life, Giving giving, String asker, Instant at) {
    var year = life.who.given().add(giving.cost());
    var gift = new Gift(life.team, giving.kind, giving.cost(), year);
    if (authority.allows(asker, gift)) {
      giving.take(Step.APPROVED, at, asker);
      return at;
    }
    var approver = authority.next(gift, asker, Set.of()).orElse("director");
    giving.sheets.add(
        Sheet.APPROVAL,
        giving.id,
        1,
        approver,
        Instants.bind(at),
        policy.approval().within().toString());
    life.happened(at, asker, "approval_asked", null, approver);
    var answer = at.plusSeconds(life.chance.nextLong(1_200, 200_000));
    if (answer.isAfter(life.now)) {
      return null;
    }
    var refused = life.chance.nextInt(100) < 8;
    giving.take(refused ? Step.REFUSED : Step.APPROVED, answer, approver);
    if (refused) {
      spent.merge(budgetOf(life, at), giving.cost().negate(), BigDecimal::add);
    }
    return refused ? null : answer;
  }

  private String budgetOf(Life life, Instant at) {
    return life.team + LocalDate.ofInstant(at, zone).withDayOfMonth(1);
  }

  private void settle(Life life, Giving giving, String asker, Instant approved) {
    var result = first(life, CareStep.GIVE_RESULT);
    var promised = approved.plusSeconds(life.chance.nextLong(60, 3600));
    if (promised.isAfter(life.now)) {
      return;
    }
    if (life.chance.nextInt(100) < 5) {
      giving.take(Step.DECLINED, promised, asker);
      spent.merge(budgetOf(life, approved), giving.cost().negate(), BigDecimal::add);
      return;
    }
    giving.take(Step.PROMISED, promised, asker);
    if (result != null) {
      var issued = result.at().isBefore(promised) ? promised.plusSeconds(60) : result.at();
      if (!issued.isAfter(life.now)) {
        giving.take(Step.ISSUED, issued, asker);
        life.who.given(giving.cost());
      }
    }
  }
}
