package org.redress.ticket.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next where the next page begins; none when this is the last
 * @param cut whether so many tickets hold the words that only the newest were looked at
 * @param complete whether all tickets can be found by their words yet
 */
public record TicketPage(
    List<TicketRow> rows, @Nullable String next, boolean cut, boolean complete) {}
