/**
 * What differs between two rule books, cell by cell, and how two people's changes come together.
 */
@NamedInterface("difference")
@NullMarked
package org.redress.decision.difference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
