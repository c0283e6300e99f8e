package org.redress.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CalendarCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void printsTheDueTimeAndItsArithmeticAsJson() {
    assertThat(run("--calendar=cn", "--start=2026-09-30T17:30+08:00", "--for=1wh", "--json"))
        .isZero();
    assertThat(err.toString()).isEmpty();
    JsonNode due = JsonMapper.shared().readTree(out.toString());
    assertThat(due.propertyNames()).containsExactly("due", "intervals");
    assertThat(due.get("due").asString()).isEqualTo("2026-10-08T09:30:00+08:00");
    assertThat(due.get("intervals")).hasSize(5);
    assertThat(due.get("intervals").get(2))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"from": "2026-10-01T00:00:00+08:00", "to": "2026-10-08T00:00:00+08:00",
                     "counted": false, "why": "holiday: National Day"}
                    """));
  }

  @Test
  void printsATableForPeople() {
    assertThat(run("--calendar=de", "--start=2026-10-23T16:00", "--for=2wh")).isZero();
    assertThat(out.toString().lines().map(String::stripTrailing))
        .containsExactly(
            "due Mon 2026-10-26 10:00:00 +01:00",
            "from                            to                              counted     length  why",
            "Fri 2026-10-23 16:00:00 +02:00  Fri 2026-10-23 17:00:00 +02:00  yes        1:00:00"
                + "  working time",
            "Fri 2026-10-23 17:00:00 +02:00  Sat 2026-10-24 00:00:00 +02:00  no         7:00:00"
                + "  outside working hours",
            "Sat 2026-10-24 00:00:00 +02:00  Mon 2026-10-26 00:00:00 +01:00  no        49:00:00"
                + "  weekend",
            "Mon 2026-10-26 00:00:00 +01:00  Mon 2026-10-26 09:00:00 +01:00  no         9:00:00"
                + "  outside working hours",
            "Mon 2026-10-26 09:00:00 +01:00  Mon 2026-10-26 10:00:00 +01:00  yes        1:00:00"
                + "  working time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-06-01T10:00",
        "2026-06-01T10:00:00",
        "2026-06-01T10:00+08:00",
        "2026-06-01T02:00Z",
        "2026-06-01T04:00+02:00[Europe/Berlin]"
      })
  void readsAStartWithAndWithoutOffset(String start) {
    assertThat(run("--calendar", "cn", "--start", start, "--for", "1wh", "--json")).isZero();
    assertThat(out.toString()).startsWith("{\"due\":\"2026-06-01T11:00:00+08:00\"");
  }

  @ParameterizedTest
  @CsvSource({
    "xx, 2026-06-01T10:00, 1wh, 'cn, de, gb, hk, office, us'",
    "cn, yesterday, 1wh, 'yesterday'",
    "cn, 2026-06-01, 1wh, 2026-10-01T09:30",
    "cn, 2026-06-31T10:00, 1wh, 2026-06-31T10:00",
    "cn, 2026-06-01T10:00, 1y, 'working days'",
    "cn, 2026-06-01T10:00, 3653wd, 'ten years'",
    "cn, 1026-06-01T10:00, 1wd, '1970'"
  })
  void saysWhatIsBadInTheInput(String calendar, String start, String span, String hint) {
    assertThat(run("--calendar", calendar, "--start", start, "--for", span)).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains(hint);
  }

  @Test
  void saysThatAFolderOfCalendarsCannotBeRead() {
    assertThat(run("--calendars=none", "--calendar=cn", "--start=2026-06-01T10:00", "--for=1wh"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("none: the folder");
  }

  @Test
  void explainsAWrongCall() {
    assertThat(run("--calendar=cn", "--start=2026-06-01T10:00")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("--for", "Usage:");
  }

  private int run(String... arguments) {
    String[] call = new String[arguments.length + 1];
    call[0] = "due";
    System.arraycopy(arguments, 0, call, 1, arguments.length);
    return new CommandLine(new CalendarCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(call);
  }
}
