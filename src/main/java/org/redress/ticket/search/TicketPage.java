package org.redress.ticket.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next where the next page begins; none when this is the last
 */
public record TicketPage(List<TicketRow> rows, @Nullable String next) {}
