package org.redress.desk.api.care;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.desk.care.CallList;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The calls that are owed, for programs such as a telephone system. */
@RestController
class FollowUpApi {

  private final CallList calls;

  FollowUpApi(CallList calls) {
    this.calls = calls;
  }

  /** One call. */
  record Owed(
      String number,
      String subject,
      String team,
      @Nullable String owner,
      String customer,
      @Nullable String phone,
      String language,
      @Nullable String promised,
      @JsonProperty("due_at") @Nullable Instant dueAt,
      int tries,
      @JsonProperty("next_try_at") @Nullable Instant nextTryAt) {

    static Owed of(CallList.Call call) {
      var ticket = call.ticket();
      return new Owed(
          ticket.number(),
          ticket.subject(),
          ticket.team(),
          ticket.owner(),
          call.customer(),
          call.phone(),
          ticket.language(),
          call.promised(),
          call.dueAt(),
          call.tries(),
          call.nextAt());
    }
  }

  @GetMapping("/api/v1/follow-ups")
  @Operation(summary = "Customers to be called back, the most urgent first; view is own or team")
  List<Owed> list(@RequestParam(defaultValue = "team") String view, Person me) {
    return calls.of(me, view.equals("own")).stream().map(Owed::of).toList();
  }
}
