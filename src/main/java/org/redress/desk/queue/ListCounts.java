package org.redress.desk.queue;

import java.nio.charset.StandardCharsets;
import org.redress.access.Person;
import org.redress.access.SiteSettings;
import org.redress.desk.queue.QueueFilter.Scope;
import org.redress.ticket.feed.TicketFeed;
import org.redress.ticket.search.TicketFilter;
import org.redress.ticket.search.TicketSearch;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** How many tickets are in the list at an address. */
@Component
public class ListCounts {

  /** No list is counted to its end. */
  private static final int MOST = 1_000;

  private final SiteSettings site;
  private final Fresh<TicketFilter, Long> counts;

  ListCounts(TicketSearch search, SiteSettings site, TicketFeed feed) {
    this.site = site;
    this.counts = new Fresh<>(feed, filter -> search.count(filter, MOST));
  }

  /** The count for a reader, {@code 999+} when there are more; nothing for no list. */
  public String of(String address, Person me) {
    var uri = UriComponentsBuilder.fromUriString(address).build();
    var path = uri.getPathSegments();
    if (path.size() < 2) {
      return "";
    }
    var asked = new LinkedMultiValueMap<String, String>();
    uri.getQueryParams()
        .forEach((name, values) -> values.forEach(value -> asked.add(name, decoded(value))));
    return Scope.of(path.get(1))
        .map(scope -> new QueueFilter(scope, path.size() > 2 ? path.get(2) : "", asked))
        .map(filter -> counts.of(filter.forPerson(me, site.timeZone())))
        .map(count -> count < MOST ? String.valueOf(count) : (MOST - 1) + "+")
        .orElse("");
  }

  private static String decoded(String value) {
    return value == null ? "" : UriUtils.decode(value.replace('+', ' '), StandardCharsets.UTF_8);
  }
}
