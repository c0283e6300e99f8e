package org.redress.decision.obligation;

import java.util.Map;
import java.util.Optional;

/**
 * What a rule book says of obligations beside its rules.
 *
 * @param ladders by the answers of the question {@code ladder}
 * @param regimes by the answers of the question {@code legal}
 */
public record Obligations(Map<String, Ladder> ladders, Map<String, Regime> regimes) {

  /** A book without ladders and regimes. */
  public static final Obligations NONE = new Obligations(Map.of(), Map.of());

  /** Keeps copies that nobody changes. */
  public Obligations {
    ladders = Map.copyOf(ladders);
    regimes = Map.copyOf(regimes);
  }

  /** The regime of that name, if the book has it. */
  public Optional<Regime> regime(String name) {
    return Optional.ofNullable(regimes.get(name));
  }
}
