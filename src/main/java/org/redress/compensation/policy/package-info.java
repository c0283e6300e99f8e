/** What may be given and who may say so: limits, budgets, and the way an approval takes. */
@NamedInterface("policy")
@NullMarked
package org.redress.compensation.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
