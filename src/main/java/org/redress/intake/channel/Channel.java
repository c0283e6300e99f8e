package org.redress.intake.channel;

import org.jspecify.annotations.Nullable;
import org.redress.text.Text;

/**
 * A way complaints come in, and how it is doing.
 *
 * @param name the route's id; the file's name while no version of the file could be loaded
 * @param file the file's name under {@code routes/}
 * @param ready whether messages are taken now
 * @param problem what is wrong and how to mend it; a channel with a problem may still be ready,
 *     when the last good version of its file goes on
 */
public record Channel(
    String name, String description, String file, boolean ready, @Nullable Text problem) {}
