package org.redress.compensation.policy;

import java.util.Collection;
import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.ValueDeserializer;

/** Names in the policy that must be known in the staff file; a mistake shows its line. */
final class PolicyKeys {

  /** Reader attributes: the names there are. */
  enum Known {
    TEAM("a team"),
    RANK("a rank of a team's ladder"),
    ROLE_OR_RANK("a role, or a rank of a team's ladder");

    private final String what;

    Known(String what) {
      this.what = what;
    }

    private String check(String name, JsonParser parser, DeserializationContext reading) {
      var names = (Collection<?>) reading.getAttribute(this);
      if (!names.contains(name)) {
        throw DatabindException.from(
            parser, "'%s' is not %s in the staff file. Known: %s".formatted(name, what, names));
      }
      return name;
    }
  }

  private PolicyKeys() {}

  private abstract static class Key extends KeyDeserializer {

    private final Known known;

    Key(Known known) {
      this.known = known;
    }

    @Override
    public Object deserializeKey(String key, DeserializationContext reading) {
      return known.check(key, reading.getParser(), reading);
    }
  }

  /** The name of a team, left of a colon. */
  static final class Team extends Key {
    Team() {
      super(Known.TEAM);
    }
  }

  /** The name of a role or rank, left of a colon. */
  static final class RoleOrRank extends Key {
    RoleOrRank() {
      super(Known.ROLE_OR_RANK);
    }
  }

  /** The name of a rank in a list. */
  static final class Rank extends ValueDeserializer<String> {
    @Override
    public String deserialize(JsonParser parser, DeserializationContext reading) {
      var name = Objects.requireNonNullElse(parser.getValueAsString(), "");
      return Known.RANK.check(name, parser, reading);
    }
  }
}
