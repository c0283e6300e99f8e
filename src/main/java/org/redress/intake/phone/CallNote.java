package org.redress.intake.phone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.intake.PostedComplaint;

/**
 * One row of a call log, by column name: {@code caller, agent, started, seconds, notes,
 * callback_number, language}, whatever the file calls them.
 *
 * @param cells by the file's own names
 */
record CallNote(Map<String, String> cells, Columns columns) {

  static final List<String> REQUIRED = List.of("caller", "started", "notes");

  /** A row that cannot be taken; the message names the column and the way out. */
  static class Mistake extends Exception {
    Mistake(String message) {
      super(message);
    }
  }

  /** The same call is the same row, in whichever file it comes. */
  String externalId() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      cells.forEach(
          (column, cell) ->
              digest.update((column + "=" + cell + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads the row as a complaint; local times are in {@code zone}. */
  PostedComplaint read(ZoneId zone) throws Mistake {
    for (var column : REQUIRED) {
      if (cell(column).isEmpty()) {
        throw new Mistake("%s is empty. Fill it in".formatted(columns.in(column)));
      }
    }
    checkSeconds();
    return new PostedComplaint(
        cell("notes"), null, language(), null, null, started(zone), null, customer(), null, null);
  }

  private String cell(String column) {
    return columns.cell(cells, column);
  }

  private void checkSeconds() throws Mistake {
    var seconds = cell("seconds");
    if (!seconds.matches("\\d{0,9}")) {
      throw new Mistake(
          "%s '%s' is not a whole number. Write how long the call took"
              .formatted(columns.in("seconds"), seconds));
    }
  }

  private @Nullable String language() throws Mistake {
    var language = cell("language");
    if (language.isEmpty() || language.startsWith("en") || language.startsWith("zh")) {
      return language.isEmpty() ? null : language;
    }
    throw new Mistake(
        "%s '%s' is unknown. Write en, zh or nothing".formatted(columns.in("language"), language));
  }

  private Instant started(ZoneId zone) throws Mistake {
    var text = cell("started");
    return CallTimes.read(text, zone)
        .orElseThrow(
            () ->
                new Mistake(
                    "%s '%s' is not a time. Write it like 2026-11-20T10:15:00+08:00"
                        .formatted(columns.in("started"), text)));
  }

  /** A caller is a number or a name; the call-back number goes before the caller's. */
  private PostedComplaint.Customer customer() {
    var caller = cell("caller");
    var isNumber = caller.matches("[+()0-9 ./-]{5,}");
    var phone = cell("callback_number").isEmpty() && isNumber ? caller : cell("callback_number");
    return new PostedComplaint.Customer(
        null, isNumber ? null : caller, null, phone.isEmpty() ? null : phone, null);
  }
}
