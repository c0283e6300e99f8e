/**
 * Takes the steps of ladders when their time has come: reminders, hand-overs, each exactly once.
 */
@NamedInterface("tracker")
@NullMarked
package org.redress.deadline.tracker;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
