package org.redress.calendar.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.redress.calendar.Calendars;
import org.redress.calendar.InvalidCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The calendars of this site, read at start and again when their files change. Broken files are
 * reported and leave the calendars as they were.
 */
@Component
public class WorkingTimes {

  private static final Logger LOG = LoggerFactory.getLogger(WorkingTimes.class);

  private final Path folder;
  private volatile Calendars calendars;
  private TreeMap<String, String> texts;
  private TreeMap<String, String> refused = new TreeMap<>();

  WorkingTimes(CalendarSettings settings) {
    this.folder = settings.calendars();
    this.calendars = Calendars.load(folder);
    this.texts = texts();
  }

  /** The calendars as they are now. */
  public Calendars calendars() {
    return calendars;
  }

  /** Looks for changed files; returns what names the content of all that are used. */
  public synchronized String look() {
    try {
      var now = texts();
      if (!now.equals(texts) && !now.equals(refused)) {
        refused = now;
        calendars = Calendars.load(folder);
        texts = now;
        LOG.info("The calendars were read again: {}", calendars.names());
      }
    } catch (InvalidCalendar | UncheckedIOException e) {
      LOG.error("The calendars changed but cannot be used; those before stay:\n{}", e.getMessage());
    }
    return Integer.toHexString(texts.hashCode());
  }

  private TreeMap<String, String> texts() {
    var found = new TreeMap<String, String>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(f -> f.toString().endsWith(".yml")).toList()) {
        found.put(file.getFileName().toString(), Files.readString(file));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
