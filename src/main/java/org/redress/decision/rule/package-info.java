/** What a rule book says: questions, rules, their conditions, and the facts they look at. */
@NamedInterface("rule")
@NullMarked
package org.redress.decision.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
