package org.redress.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The people and teams of {@code config/teams.yml}.
 *
 * @param teams by the name that rules answer under {@code team}
 */
public record Staff(
    @JsonProperty(required = true) LinkedHashMap<String, Team> teams,
    @JsonProperty(required = true) List<User> users) {

  /**
   * A team.
   *
   * @param calendar the working time its deadlines are counted in
   * @param ladder who takes over when deadlines pass, level by level: rank and user
   */
  public record Team(
      @JsonProperty(required = true) Name name,
      @JsonProperty(required = true) String calendar,
      @JsonProperty(required = true) List<Member> members,
      @JsonProperty(required = true) LinkedHashMap<String, String> ladder) {}

  /** A step of a team's ladder: a rank, for instance {@code lead}, and who holds it. */
  public record Rung(String rank, String user) {}

  /** The ladder of a team from the lowest rank on; empty when there is no such team. */
  public List<Rung> ladder(String team) {
    return teams.containsKey(team)
        ? teams.get(team).ladder().entrySet().stream()
            .map(rung -> new Rung(rung.getKey(), rung.getValue()))
            .toList()
        : List.of();
  }

  /** The working time of a team; that of the office when there is no such team. */
  public String calendarOf(String team) {
    return teams.containsKey(team) ? teams.get(team).calendar() : "office";
  }

  /**
   * A member of a team.
   *
   * @param skills categories the person is best at; empty: all of them
   * @param capacity the most open tickets given to the person
   */
  public record Member(
      @JsonProperty(required = true) String user,
      @JsonProperty(required = true) List<String> languages,
      List<String> skills,
      @JsonProperty(required = true) int capacity) {

    /** Who names no skills is as good at everything. */
    public Member {
      skills = skills == null ? List.of() : skills;
    }

    /** Whether tickets of this category are what the person is best at. */
    public boolean isSkilledIn(String category) {
      return skills.isEmpty() || skills.contains(category);
    }
  }

  /** Someone who signs in. */
  public record User(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) Name display,
      @JsonProperty(required = true) String email,
      @JsonProperty(required = true) List<String> roles) {}

  /** A name in both languages. */
  public record Name(
      @JsonProperty(required = true) String en, @JsonProperty(required = true) String zh) {

    /** The name for a reader of {@code language}. */
    public String in(String language) {
      return language.startsWith("zh") ? zh : en;
    }
  }

  /**
   * Reads the file.
   *
   * @throws IllegalStateException naming file, line and field of what is wrong
   */
  public static Staff read(Path file) {
    try {
      var staff =
          YAMLMapper.builder()
              .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .build()
              .readValue(Files.readAllBytes(file), Staff.class);
      staff.check(file);
      return staff;
    } catch (JacksonException e) {
      var line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new IllegalStateException(
          "%s:%d: %s. Compare with the entries around it."
              .formatted(
                  file, line, e.getOriginalMessage().lines().findFirst().orElse("unreadable")),
          e);
    } catch (IOException e) {
      throw new IllegalStateException(
          "cannot read %s. The folder config/ must be where the service is started."
              .formatted(file),
          e);
    }
  }

  private void check(Path file) {
    var known = users.stream().map(User::name).collect(Collectors.toSet());
    for (Map.Entry<String, Team> team : teams.entrySet()) {
      team.getValue().members().forEach(m -> mustBeKnown(file, team.getKey(), m.user(), known));
      team.getValue()
          .ladder()
          .values()
          .forEach(user -> mustBeKnown(file, team.getKey(), user, known));
    }
  }

  private static void mustBeKnown(Path file, String team, String user, Set<String> known) {
    if (!known.contains(user)) {
      throw new IllegalStateException(
          "%s: team %s names '%s', who is not listed under users. Known: %s"
              .formatted(file, team, user, known));
    }
  }
}
