package org.redress.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.redress.intake.call.CallRecords;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes call records as FreeSWITCH's mod_json_cdr posts them, encoded or not. */
@RestController
@RequestMapping("/api/v1/calls")
class CallRecordApi {

  private static final int LARGEST = 1 << 20;

  private final CallRecords calls;

  CallRecordApi(CallRecords calls) {
    this.calls = calls;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Keep a call as mod_json_cdr posts it; the same call again changes nothing")
  void json(HttpServletRequest request) throws IOException {
    keep(new String(request.getInputStream().readNBytes(LARGEST + 1), StandardCharsets.UTF_8));
  }

  @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "The same in the form field 'cdr', which is how mod_json_cdr encodes it")
  void form(@RequestParam String cdr) {
    keep(cdr);
  }

  private void keep(String json) {
    if (json.length() > LARGEST) {
      throw Refused.tooLarge("A call record has 1 MB at most.");
    }
    try {
      calls.post(json);
    } catch (IllegalArgumentException e) {
      throw Refused.badRequest("The call record: %s.".formatted(e.getMessage()));
    }
  }
}
