package org.redress.intake.call;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.redress.intake.call.CallRecord.Mistake;
import org.redress.intake.call.CallRecord.Outcome;
import org.redress.text.JsonMistake;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a call as FreeSWITCH's mod_json_cdr writes it; its variables are encoded as in URLs. */
@Component
class FreeSwitchCall {

  private final PhoneNumbers numbers;
  private final JsonMapper json;

  FreeSwitchCall(PhoneNumbers numbers, JsonMapper json) {
    this.numbers = numbers;
    this.json = json;
  }

  CallRecord read(String text) throws Mistake {
    JsonNode call;
    try {
      call = json.readTree(text);
    } catch (JacksonException e) {
      var why = JsonMistake.of(e).en();
      throw new Mistake("%s Send one call as mod_json_cdr writes it".formatted(why));
    }
    if (!call.path("variables").isObject()) {
      throw new Mistake("there is no object 'variables'. Send a call as mod_json_cdr writes it");
    }
    return read(call);
  }

  private CallRecord read(JsonNode call) throws Mistake {
    var profile = call.path("callflow").path(0).path("caller_profile");
    var seconds = Reading.seconds("billsec", or(variable(call, "billsec"), "0"));
    var cause = or(variable(call, "hangup_cause_q850"), "0");
    return new CallRecord(
        variable(call, "uuid"),
        numbers.normal(
            or(text(profile, "caller_id_number"), or(variable(call, "sip_from_user"), ""))),
        numbers.normal(
            or(text(profile, "destination_number"), or(variable(call, "sip_to_user"), ""))),
        Reading.time("start_epoch", variable(call, "start_epoch"), ZoneOffset.UTC),
        seconds,
        Outcome.of(seconds, Reading.seconds("hangup_cause_q850", cause)),
        Reading.recording(
            or(variable(call, "record_path"), or(variable(call, "recording_file"), ""))));
  }

  private static String or(@Nullable String value, String otherwise) {
    return value == null || value.isEmpty() ? otherwise : value;
  }

  private static @Nullable String text(JsonNode node, String name) {
    var value = node.path(name);
    return value.isValueNode() && !value.isNull() ? value.asString() : null;
  }

  private static @Nullable String variable(JsonNode call, String name) throws Mistake {
    var value = text(call.path("variables"), name);
    try {
      return value == null ? null : URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Mistake("variables.%s '%s' is not encoded as in a URL".formatted(name, value));
    }
  }
}
