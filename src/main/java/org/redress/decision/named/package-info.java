/** What a text names beside the words of the vocabulary: amounts, days, numbers. */
@NamedInterface("named")
@NullMarked
package org.redress.decision.named;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
