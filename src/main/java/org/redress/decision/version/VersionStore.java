package org.redress.decision.version;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.decision.file.RuleFiles;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Rule books in the database, where all nodes see the same one in force. */
@Repository
class VersionStore {

  /** How a rule book comes into force. */
  enum Reason {
    FIRST,
    DRAFT,
    FILES,
    ROLLBACK;

    private String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * Who puts a rule book into force, and why.
   *
   * @param approvedBy the second person, where one was asked
   */
  record Putting(String actor, String comment, Reason reason, @Nullable String approvedBy) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  VersionStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The version in force; none before the first start. */
  Optional<String> active() {
    return jdbc.sql("select version from rule_book_activation order by id desc limit 1")
        .query(String.class)
        .optional();
  }

  /** The files of a version. */
  Optional<RuleFiles> files(String version) {
    return jdbc.sql("select files from rule_book where version = :version")
        .param("version", version)
        .query((row, number) -> row.getBytes("files"))
        .optional()
        .map(PackedFiles::unpack);
  }

  /** The version that was in force when this one came into force for the first time. */
  Optional<String> before(String version) {
    return jdbc.sql(
            """
            select version from rule_book_activation
            where id < (select min(id) from rule_book_activation where version = :version)
            order by id desc limit 1
            """)
        .param("version", version)
        .query(String.class)
        .optional();
  }

  /** Keeps the files, unless they are kept already, and puts them into force. */
  @Transactional
  public void putIntoForce(RuleFiles files, Putting putting) {
    var version = files.version();
    var now = Instants.bind(clock.instant());
    var kept = jdbc.sql("select count(*) from rule_book where version = ?").param(version);
    if (kept.query(Integer.class).single() == 0) {
      jdbc.sql(
              """
              insert into rule_book (version, files, author, created_at, comment)
              values (?, ?, ?, ?, ?)
              """)
          .params(version, PackedFiles.pack(files), putting.actor(), now, putting.comment())
          .update();
    }
    jdbc.sql(
            """
            insert into rule_book_activation (version, at, actor, reason, approved_by)
            values (?, ?, ?, ?, ?)
            """)
        .params(version, now, putting.actor(), putting.reason().key(), putting.approvedBy())
        .update();
  }

  /** All versions, the one that came into force last first. */
  List<KeptVersion> versions() {
    return jdbc.sql(
            """
            select b.version, b.author, b.created_at, b.comment, a.at, a.actor, a.reason,
                   a.approved_by
            from rule_book b
            join rule_book_activation a on a.id =
              (select max(last.id) from rule_book_activation last where last.version = b.version)
            order by a.id desc
            """)
        .query(
            (row, number) ->
                new KeptVersion(
                    row.getString("version"),
                    row.getString("author"),
                    Instants.readPresent(row, "created_at"),
                    row.getString("comment"),
                    Instants.readPresent(row, "at"),
                    row.getString("actor"),
                    row.getString("reason"),
                    row.getString("approved_by")))
        .list();
  }
}
