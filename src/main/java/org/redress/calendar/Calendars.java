package org.redress.calendar;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The calendars of a site, one for each file {@code NAME.yml} of a folder. Unchanging. */
public final class Calendars {

  private static final String ENDING = ".yml";

  private final Path folder;
  private final Map<String, WorkingCalendar> byName;

  private Calendars(Path folder, Map<String, WorkingCalendar> byName) {
    this.folder = folder;
    this.byName = byName;
  }

  /**
   * Reads every calendar file of a folder.
   *
   * @throws InvalidCalendar with the first error of each wrong file, one a line; also when the
   *     folder cannot be read
   */
  public static Calendars load(Path folder) {
    Map<String, WorkingCalendar> byName = new TreeMap<>();
    List<String> errors = new ArrayList<>();
    for (Path file : files(folder)) {
      String fileName = file.getFileName().toString();
      String name = fileName.substring(0, fileName.length() - ENDING.length());
      try {
        byName.put(name, CalendarFile.read(name, file, textOf(file)));
      } catch (InvalidCalendar e) {
        errors.add(e.getMessage());
      }
    }
    if (!errors.isEmpty()) {
      throw new InvalidCalendar(String.join("\n", errors));
    }
    return new Calendars(folder, byName);
  }

  /**
   * The calendar of that name.
   *
   * @throws IllegalArgumentException if there is none, naming those there are
   */
  public WorkingCalendar get(String name) {
    WorkingCalendar calendar = byName.get(name);
    if (calendar == null) {
      throw new IllegalArgumentException(
          "There is no calendar '%s'. Known: %s. Each is a file NAME%s in %s"
              .formatted(name, String.join(", ", byName.keySet()), ENDING, folder));
    }
    return calendar;
  }

  /** The names of all calendars. */
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(byName.keySet()));
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(ENDING))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new InvalidCalendar(
          "%s: the folder of calendars cannot be read (%s). Name a folder with files NAME%s"
              .formatted(folder, e, ENDING));
    }
  }

  private static String textOf(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new InvalidCalendar(file + ": the file is not UTF-8 text. Save it as UTF-8.");
    } catch (IOException e) {
      throw new InvalidCalendar(file + ": the file cannot be read (" + e + "). Mend its rights.");
    }
  }
}
