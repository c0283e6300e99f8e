package org.redress.desk.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.ticket.search.Field;
import org.redress.ticket.search.TicketFilter;
import org.redress.ticket.search.TicketFilter.Due;
import org.redress.ticket.search.TicketFilter.Period;
import org.redress.ticket.search.TicketFilter.Sight;
import org.redress.ticket.search.TicketSearch;
import org.redress.ticket.search.TicketSearch.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists of tickets for programs. */
@RestController
@RequestMapping("/api/v1/tickets")
class TicketApi {

  private static final int PAGE = 50;

  private final TicketSearch search;

  TicketApi(TicketSearch search) {
    this.search = search;
  }

  /** A page of tickets. */
  record Page(List<TicketJson> tickets, @JsonProperty("next_cursor") @Nullable String nextCursor) {}

  @GetMapping
  @Operation(summary = "A page of tickets; sort is deadline, created or -created")
  Page list(
      @RequestParam(required = false) List<String> status,
      @RequestParam(required = false) List<String> team,
      @RequestParam(required = false) @Nullable String owner,
      @RequestParam(required = false) @Nullable String priority,
      @RequestParam(required = false) @Nullable Boolean overdue,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(defaultValue = "deadline") String sort,
      @RequestParam(required = false) @Nullable String cursor,
      Person me) {
    var fields = new EnumMap<Field, List<String>>(Field.class);
    fields.put(Field.STATUS, status == null ? List.of() : status);
    fields.put(Field.TEAM, team == null ? List.of() : team);
    fields.put(Field.OWNER, owner == null ? List.of() : List.of(owner));
    fields.put(Field.PRIORITY, priority == null ? List.of() : List.of(priority));
    var due = overdue == null ? null : overdue ? Due.OVERDUE : Due.IN_TIME;
    var filter = new TicketFilter(fields, due, Period.ALWAYS, null, Sight.of(me), q);
    try {
      var page = search.page(filter, sort(sort), cursor, PAGE);
      return new Page(page.rows().stream().map(TicketJson::of).toList(), page.next());
    } catch (IllegalArgumentException e) {
      throw Refused.badRequest("The parameter 'cursor': " + e.getMessage() + ".");
    }
  }

  private static Sort sort(String name) {
    return switch (name) {
      case "deadline" -> Sort.DEADLINE;
      case "created" -> Sort.OLDEST;
      case "-created" -> Sort.NEWEST;
      default ->
          throw Refused.badRequest(
              "The parameter 'sort' is deadline, created or -created, not '%s'.".formatted(name));
    };
  }
}
