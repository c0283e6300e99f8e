/**
 * {@code messages:FORMAT}, the step with which a route file maps what a sender wrote - JSON, a
 * form, XML or CSV - to complaints, by naming where each field stands.
 */
@NullMarked
package org.redress.intake.message;

import org.jspecify.annotations.NullMarked;
