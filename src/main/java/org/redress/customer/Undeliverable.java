package org.redress.customer;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mail addresses that our mails do not reach. */
@Repository
public class Undeliverable {

  private final JdbcClient jdbc;

  Undeliverable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Why an address is not reached.
   *
   * @param fault the kind, for instance {@code user_unknown}
   * @param diagnostic the words of the mail system; may be empty
   */
  public record Flag(String address, String fault, String diagnostic, Instant since) {}

  /** Flags an address; the latest report holds. */
  public void flag(Flag flag) {
    clear(List.of(flag.address()));
    jdbc.sql("insert into undeliverable (address, fault, diagnostic, since) values (?, ?, ?, ?)")
        .params(
            flag.address().toLowerCase(Locale.ROOT),
            flag.fault(),
            flag.diagnostic(),
            Instants.bind(flag.since()))
        .update();
  }

  /** The flag of an address, if it has one. */
  public Optional<Flag> of(@Nullable String address) {
    return address == null
        ? Optional.empty()
        : jdbc.sql("select * from undeliverable where address = :address")
            .param("address", address.toLowerCase(Locale.ROOT))
            .query(
                (row, number) ->
                    new Flag(
                        row.getString("address"),
                        row.getString("fault"),
                        row.getString("diagnostic"),
                        Instants.readPresent(row, "since")))
            .optional();
  }

  /** Takes flags away; who writes to us can be written to. Returns how many there were. */
  public int clear(Collection<@Nullable String> addresses) {
    var known =
        addresses.stream().filter(Objects::nonNull).map(a -> a.toLowerCase(Locale.ROOT)).toList();
    return known.isEmpty()
        ? 0
        : jdbc.sql("delete from undeliverable where address in (:addresses)")
            .param("addresses", known)
            .update();
  }
}
