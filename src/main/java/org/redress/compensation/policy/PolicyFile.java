package org.redress.compensation.policy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.access.Role;
import org.redress.access.Staff;
import org.redress.calendar.TimeSpan;
import org.redress.compensation.policy.PolicyKeys.Known;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the policy; a mistake names file, line and field and how to mend it. */
final class PolicyFile {

  private static final int CENTS = 2;
  private static final int DIGITS = 12;

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(
              new SimpleModule()
                  .addDeserializer(BigDecimal.class, new Text<>(PolicyFile::money))
                  .addDeserializer(Currency.class, new Text<>(PolicyFile::currency))
                  .addDeserializer(TimeSpan.class, new Text<>(TimeSpan::parse)))
          .build();

  private PolicyFile() {}

  /**
   * Reads the file.
   *
   * @param staff whose teams, roles and ranks it may name
   * @throws PolicyBroken naming the place of the first mistake
   */
  static Policy read(Path file, Staff staff) {
    var ranks = ranks(staff);
    try {
      return MAPPER
          .readerFor(Policy.class)
          .withAttribute(Known.TEAM, staff.teams().keySet())
          .withAttribute(Known.RANK, ranks)
          .withAttribute(
              Known.ROLE_OR_RANK, Stream.concat(roles(), ranks.stream()).distinct().toList())
          .readValue(Files.readAllBytes(file));
    } catch (JacksonException e) {
      var line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw new PolicyBroken(
          "%s:%d: %s%s. Compare with the entries around it and the head of the file."
              .formatted(file, line, field(e), firstLine(e)));
    } catch (IOException e) {
      throw new PolicyBroken(
          "%s: the file cannot be read (%s). Put it back, or name another one under"
                  .formatted(file, e)
              + " redress.compensation.file.");
    }
  }

  private static Stream<String> roles() {
    return Arrays.stream(Role.values()).map(Role::key);
  }

  private static List<String> ranks(Staff staff) {
    return staff.teams().keySet().stream()
        .flatMap(team -> staff.ladder(team).stream())
        .map(Staff.Rung::rank)
        .distinct()
        .toList();
  }

  private static String firstLine(JacksonException e) {
    var message =
        e.getCause() instanceof IllegalArgumentException said
            ? said.getMessage()
            : e.getOriginalMessage();
    return message.lines().findFirst().orElse("unreadable");
  }

  private static String field(JacksonException e) {
    var path =
        e.getPath().stream()
            .map(JacksonException.Reference::getPropertyName)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "" : path + ": ";
  }

  private static BigDecimal money(String text) {
    var problem = "'%s' is not an amount of money; write one like 250 or 99.50".formatted(text);
    try {
      var amount = new BigDecimal(text);
      if (amount.signum() < 0
          || amount.stripTrailingZeros().scale() > CENTS
          || amount.precision() - amount.scale() > DIGITS) {
        throw new IllegalArgumentException(problem);
      }
      return amount;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(problem, e);
    }
  }

  private static Currency currency(String text) {
    try {
      return Currency.getInstance(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'%s' is not a currency; write one like CNY or EUR".formatted(text), e);
    }
  }

  /** Reads a plain value by a function that says what is wrong with it. */
  private static final class Text<T> extends ValueDeserializer<T> {

    private final Function<String, T> reading;

    Text(Function<String, T> reading) {
      this.reading = reading;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      try {
        return reading.apply(Objects.requireNonNullElse(parser.getValueAsString(), ""));
      } catch (IllegalArgumentException e) {
        throw DatabindException.from(parser, e.getMessage());
      }
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
      throw DatabindException.from(context.getParser(), "there is nothing after the colon");
    }
  }
}
