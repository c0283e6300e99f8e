/** Figures for those who lead: the day at a glance, what lies behind, who is lost and won back. */
@NullMarked
package org.redress.desk.insight;

import org.jspecify.annotations.NullMarked;
