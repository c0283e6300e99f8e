/** What another rule book would have decided, on past complaints or silently on live ones. */
@NamedInterface("backtest")
@NullMarked
package org.redress.decision.backtest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
