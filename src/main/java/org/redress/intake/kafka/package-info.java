/** {@code kafka:TOPIC}, which stores what one look brings in one transaction. */
@NullMarked
package org.redress.intake.kafka;

import org.jspecify.annotations.NullMarked;
