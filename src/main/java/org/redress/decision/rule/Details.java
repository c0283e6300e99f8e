package org.redress.decision.rule;

import java.math.BigDecimal;
import java.util.Comparator;
import org.redress.calendar.TimeSpan;

/** Reads and compares the values of a question's extra column. */
public enum Details {
  MONEY {
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
  DURATION {
    @Override
    public void check(String value) {
      TimeSpan.parse(value);
    }

    @Override
    public Comparator<String> order() {
      return Comparator.comparing(TimeSpan::parse, TimeSpan.SHORTEST_FIRST);
    }
  };

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

  /** Throws an {@link IllegalArgumentException} that says what is wrong with the value. */
  public abstract void check(String value);

  /** Smaller or shorter values first. */
  public abstract Comparator<String> order();
}
