/** The models that lie in a rule book and tell rules what a text is about. */
@NullMarked
package org.redress.decision.model;

import org.jspecify.annotations.NullMarked;
