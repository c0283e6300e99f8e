package org.redress.ticket.aftercare;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The question put to customers, one row a ticket and round; of tokens only a hash is kept. */
@Repository
class SurveyRows {

  private static final String SELECT =
      "select s.*, t.number from survey s join ticket t on t.id = s.ticket_id ";

  private final JdbcClient jdbc;

  SurveyRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(long ticketId, int round, String token, Instant at) {
    jdbc.sql("insert into survey (ticket_id, round, token_hash, asked_at) values (?, ?, ?, ?)")
        .params(ticketId, round, hash(token), Instants.bind(at))
        .update();
  }

  Optional<Survey> find(String token) {
    return jdbc.sql(SELECT + "where s.token_hash = :hash")
        .param("hash", hash(token))
        .query(SurveyRows::read)
        .optional();
  }

  List<Survey> of(long ticketId) {
    return jdbc.sql(SELECT + "where s.ticket_id = :ticket order by s.round")
        .param("ticket", ticketId)
        .query(SurveyRows::read)
        .list();
  }

  /** Keeps an answer; the first one stays. */
  boolean answer(Survey survey, int score, @Nullable String remark, Instant at) {
    return jdbc.sql(
                """
                update survey set answered_at = ?, score = ?, remark = ?
                where ticket_id = ? and round = ? and answered_at is null
                """)
            .params(Instants.bind(at), score, remark, survey.ticketId(), survey.round())
            .update()
        == 1;
  }

  private static Survey read(ResultSet row, int number) throws SQLException {
    return new Survey(
        row.getLong("ticket_id"),
        row.getString("number"),
        row.getInt("round"),
        Instants.readPresent(row, "asked_at"),
        Instants.read(row, "answered_at"),
        row.getObject("score", Integer.class),
        row.getString("remark"));
  }

  private static String hash(String token) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
