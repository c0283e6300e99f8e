package org.redress.decision.rule;

import java.math.BigDecimal;
import java.util.Comparator;
import org.redress.calendar.TimeSpan;
import org.redress.text.Text;

/** Reads and compares the values of a question's extra column. */
public enum Details {
  MONEY(new Text("an amount of at least 0, such as 50 or 12.50", "不小于 0 的金额，如 50 或 12.50")) {
    @Override
    public void check(String value) {
      if (money(value).signum() < 0) {
        throw new IllegalArgumentException("an amount cannot be negative");
      }
    }

    @Override
    public Comparator<String> order() {
      return Comparator.comparing(Details::money);
    }
  },
  DURATION(
      new Text(
          "a time span of at most ten years, such as 30m, 24h, 2wh, 7wd, 15d or 8w",
          "不超过十年的时长，如 30m、24h、2wh、7wd、15d 或 8w")) {
    @Override
    public void check(String value) {
      TimeSpan.parse(value);
    }

    @Override
    public Comparator<String> order() {
      return Comparator.comparing(TimeSpan::parse, TimeSpan.SHORTEST_FIRST);
    }
  };

  private final Text form;

  Details(Text form) {
    this.form = form;
  }

  /** What its values look like. */
  public Text form() {
    return form;
  }

  /** How the values of this column are read. */
  public static Details of(Question.Detail detail) {
    return detail.type() == Question.Detail.Type.MONEY ? MONEY : DURATION;
  }

  private static BigDecimal money(String value) {
    try {
      return new BigDecimal(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not an amount", e);
    }
  }

  /** Throws an {@link IllegalArgumentException} when the value has another form. */
  public abstract void check(String value);

  /** Smaller or shorter values first. */
  public abstract Comparator<String> order();
}
