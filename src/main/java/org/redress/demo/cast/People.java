package org.redress.demo.cast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.Language;
import org.redress.complaint.Sender;
import org.redress.customer.Customer;
import org.redress.customer.CustomerHistory.Past;
import org.redress.storage.Ids;
import org.springframework.jdbc.core.JdbcTemplate;

/** The customers of the demo year. Who complained before is likelier than others to do so again. */
public final class People {

  private static final Duration REPETITION = Duration.ofDays(90);
  private static final double AGAIN = 0.28;
  private static final int MOST = 12;
  private static final int BATCH = 2000;

  private final Ids ids;
  private final Map<String, Phrases> phrases;
  private final List<Someone> byComplaint = new ArrayList<>();
  private int known;

  public People(Ids ids, Map<String, Phrases> phrases) {
    this.ids = ids;
    this.phrases = phrases;
  }

  /** One customer with what is known at this point of the year. */
  public static final class Someone {

    public final long id;
    public final String name;
    public final String language;
    public final @Nullable String email;
    public final @Nullable String phone;
    public final String tier;
    public final LocalDate since;
    public final BigDecimal value;
    public final Instant firstSeen;
    public @Nullable Integer satisfaction;
    public boolean left;
    public boolean isNew = true;
    private final Deque<Instant> complaints = new ArrayDeque<>();
    private int all;
    private int gifts;
    private BigDecimal given = BigDecimal.ZERO;

    Someone(long id, Naming naming, String language, Standing standing, Instant seen) {
      this.id = id;
      this.name = naming.name();
      this.email = naming.email();
      this.phone = naming.phone();
      this.language = language;
      this.tier = standing.tier();
      this.since = standing.since();
      this.value = standing.value();
      this.firstSeen = seen;
    }

    /** How likely the customer is to leave, in percent, by how often there was trouble. */
    BigDecimal churnRisk() {
      var low = satisfaction != null && satisfaction <= 2 ? 35 : 0;
      return BigDecimal.valueOf(Math.min(95, 6 + 11L * all + low));
    }

    public Customer customer() {
      return new Customer(
          id,
          number(),
          name,
          email,
          phone,
          tier,
          since,
          value,
          churnRisk(),
          satisfaction,
          firstSeen);
    }

    public String number() {
      return "C-" + id;
    }

    public Sender sender() {
      return new Sender(number(), name, email, phone, tier);
    }

    public Past past(Instant at) {
      while (!complaints.isEmpty() && complaints.peek().isBefore(at.minus(REPETITION))) {
        complaints.poll();
      }
      return new Past(complaints.size(), gifts, given);
    }

    public void complained(Instant at) {
      complaints.add(at);
      all++;
    }

    public void given(BigDecimal amount) {
      gifts++;
      given = given.add(amount);
    }

    public BigDecimal given() {
      return given;
    }
  }

  public record Naming(String name, @Nullable String email, @Nullable String phone) {}

  public record Standing(String tier, LocalDate since, BigDecimal value) {}

  /** Who complains at this time. */
  public Someone who(Instant at, SplittableRandom chance) {
    if (!byComplaint.isEmpty() && chance.nextDouble() < AGAIN) {
      var again = Phrases.any(byComplaint, chance);
      if (again.all < MOST && !again.left) {
        byComplaint.add(again);
        return again;
      }
    }
    var someone = stranger(at, chance);
    byComplaint.add(someone);
    return someone;
  }

  /** What is known of everybody at the end of the year. */
  public void update(JdbcTemplate jdbc) {
    jdbc.batchUpdate(
        "update customer set churn_risk = ?, last_satisfaction = ? where id = ?",
        byComplaint.stream().distinct().toList(),
        BATCH,
        (row, someone) -> {
          row.setBigDecimal(1, someone.churnRisk());
          row.setObject(2, someone.satisfaction);
          row.setLong(3, someone.id);
        });
  }

  private Someone stranger(Instant at, SplittableRandom chance) {
    var language = chance.nextInt(100) < 55 ? Language.CHINESE : Language.ENGLISH;
    var words = phrases.get(language);
    var first = Phrases.any(words.names(), chance);
    var family = Phrases.any(words.families(), chance);
    var number = ++known;
    var chinese = language.equals(Language.CHINESE);
    var address =
        chinese
            ? "kehu%d@example.net".formatted(number)
            : "%s.%s.%d@example.org".formatted(first, family, number).toLowerCase(Locale.ROOT);
    var naming =
        new Naming(
            chinese ? family + first : first + " " + family,
            chance.nextInt(100) < 88 ? address : null,
            (chinese ? "+86138%08d" : "+4477009%06d").formatted(number));
    return new Someone(ids.next(), naming, language, standing(at, chance), at);
  }

  private static Standing standing(Instant at, SplittableRandom chance) {
    var draw = chance.nextInt(100);
    var tier = draw < 68 ? "standard" : draw < 87 ? "silver" : draw < 97 ? "gold" : "platinum";
    var scale = Map.of("standard", 400, "silver", 1500, "gold", 6000, "platinum", 30000).get(tier);
    var value = BigDecimal.valueOf(scale * Math.exp(chance.nextDouble(-0.9, 0.9)));
    var since = LocalDate.ofInstant(at, ZoneOffset.UTC).minusDays(chance.nextInt(20, 3500));
    return new Standing(tier, since, value.setScale(0, RoundingMode.HALF_UP));
  }
}
