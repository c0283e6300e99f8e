package org.redress.ticket.fulltext;

import java.util.List;

/**
 * What a ticket can be found by.
 *
 * @param words whatever holds words: number, subject, what was said, customer
 * @param numbers telephone numbers and other numbers that may be known in part
 */
record TicketText(long id, List<String> words, List<String> numbers, FullText.Said said) {}
