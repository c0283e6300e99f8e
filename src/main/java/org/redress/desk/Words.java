package org.redress.desk;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.redress.access.Staff;
import org.redress.compensation.policy.Policy;
import org.redress.deadline.clock.ObligationNames;
import org.redress.decision.Decisions;
import org.redress.text.Text;
import org.redress.ticket.History;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Everything a screen calls by a name: answers, teams, people, money. In the reader's language. */
@Component("words")
public class Words {

  private static final Set<String> KNOWN_CHANNELS = Set.of("email", "web", "phone", "api");

  private final Decisions decisions;
  private final Staff staff;
  private final MessageSource messages;
  private final Policy policy;
  private final ObligationNames names;

  Words(
      Decisions decisions,
      Staff staff,
      MessageSource messages,
      Policy policy,
      ObligationNames names) {
    this.names = names;
    this.decisions = decisions;
    this.staff = staff;
    this.messages = messages;
    this.policy = policy;
  }

  /** The label of an answer; the bare answer when the rule book no longer knows it. */
  public String answer(String question, String answer) {
    return decisions
        .active()
        .question(question)
        .flatMap(q -> Optional.ofNullable(q.answers().get(answer)))
        .map(found -> text(found.label()))
        .orElse(answer);
  }

  /** What is owed: by a rule, by law, or by promise. */
  public String obligation(String obligation) {
    return text(names.of(obligation));
  }

  /** The wording of a question. */
  public String question(String name) {
    return decisions.active().question(name).map(q -> text(q.asks())).orElse(name);
  }

  /** Words of the rule book, for the reader. */
  public String text(Text text) {
    return text.in(language());
  }

  /** The reader's half of {@code English | 中文}; what is in one language as it is. */
  public String half(String text) {
    var halves = text.split(" \\| ", 2);
    return halves[language().equals("zh") ? halves.length - 1 : 0];
  }

  /** The name of a team. */
  public String team(String key) {
    var team = staff.teams().get(key);
    return team == null ? key : team.name().in(language());
  }

  /** The name of someone who works here, or of the service itself. */
  public String person(String name) {
    if (name.equals(History.REDRESS)) {
      return message("person.redress", name);
    }
    return staff.users().stream()
        .filter(user -> user.name().equals(name))
        .findFirst()
        .map(user -> user.display().in(language()))
        .orElse(name);
  }

  /** The first letters of someone's name, for the round mark. */
  public String initials(String name) {
    var words = person(name).strip().split("[\\s·]+");
    var first = words[0].substring(0, words[0].offsetByCodePoints(0, 1));
    return words.length == 1 || language().equals("zh") ? first : first + words[1].charAt(0);
  }

  /** The icon of a channel; of those that a site added, a common one. */
  public String channelIcon(String channel) {
    return KNOWN_CHANNELS.contains(channel) ? "channel-" + channel : "channel-other";
  }

  /** A word that a site may add to, such as a channel or a tier; without a translation as it is. */
  public String named(String kind, String word) {
    return message(kind + "." + word.replace(' ', '_'), word);
  }

  private String message(String key, String otherwise) {
    return Optional.ofNullable(messages.getMessage(key, null, otherwise, locale())).orElse(key);
  }

  /** An amount in the site's currency, without cents where there are none. */
  public String money(BigDecimal amount) {
    var format = NumberFormat.getCurrencyInstance(locale());
    format.setCurrency(policy.currency());
    format.setMinimumFractionDigits(amount.stripTrailingZeros().scale() <= 0 ? 0 : 2);
    return format.format(amount);
  }

  /** A file size such as {@code 1.2 MB}. */
  public String size(long bytes) {
    return bytes < 1_000_000
        ? "%d KB".formatted(Math.max(1, bytes / 1000))
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  /** {@code en} or {@code zh}. */
  public String language() {
    return locale().getLanguage();
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
