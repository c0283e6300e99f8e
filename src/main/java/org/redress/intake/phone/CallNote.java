package org.redress.intake.phone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.intake.PostedComplaint;
import org.redress.text.Text;
import org.redress.text.WrittenTime;

/**
 * One row of a call log, by column name: {@code caller, agent, started, seconds, notes,
 * callback_number, language}, whatever the file calls them.
 *
 * @param cells by the file's own names
 */
record CallNote(Map<String, String> cells, Columns columns) {

  static final List<String> REQUIRED = List.of("caller", "started", "notes");

  private static final Text EMPTY = new Text("%s is empty. Fill it in", "%s 为空。请填写");
  private static final Text NO_NUMBER =
      new Text("%s '%s' is not a whole number. Write how long the call took", "%s“%s”不是整数。请填写通话秒数");
  private static final Text NO_LANGUAGE =
      new Text("%s '%s' is unknown. Write en, zh or nothing", "%s“%s”未知。请填写 en、zh 或留空");
  private static final Text NO_TIME =
      new Text(
          "%s '%s' is not a time. Write it like 2026-11-20T10:15:00+08:00",
          "%s“%s”不是时间。请写成 2026-11-20T10:15:00+08:00 的形式");

  /** A row that cannot be taken; the reason names the column and the way out. */
  static class Mistake extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    Mistake(Text reason) {
      super(reason.en());
      this.reason = reason;
    }

    Text reason() {
      return reason;
    }
  }

  /**
   * What is left of a row that cannot be taken, in the form of a complaint: somebody mends the
   * field and tries it again. The row itself stands beside it.
   */
  Map<String, Object> draft() {
    var draft = new LinkedHashMap<String, Object>();
    draft.put("text", cell("notes"));
    draft.put("received_at", cell("started"));
    if (!cell("language").isEmpty()) {
      draft.put("language", cell("language"));
    }
    draft.put("customer", customer());
    draft.put("row", cells);
    return draft;
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
        throw new Mistake(EMPTY.formatted(columns.in(column)));
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
      throw new Mistake(NO_NUMBER.formatted(columns.in("seconds"), seconds));
    }
  }

  private @Nullable String language() throws Mistake {
    var language = cell("language");
    if (language.isEmpty() || language.startsWith("en") || language.startsWith("zh")) {
      return language.isEmpty() ? null : language;
    }
    throw new Mistake(NO_LANGUAGE.formatted(columns.in("language"), language));
  }

  private Instant started(ZoneId zone) throws Mistake {
    var text = cell("started");
    return WrittenTime.read(text, zone)
        .orElseThrow(() -> new Mistake(NO_TIME.formatted(columns.in("started"), text)));
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
