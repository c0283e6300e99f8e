/** What is wrong or doubtful in a rule book, with place and remedy. */
@NamedInterface("finding")
@NullMarked
package org.redress.decision.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
