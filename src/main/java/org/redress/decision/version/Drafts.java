package org.redress.decision.version;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.decision.file.RuleFiles;
import org.redress.decision.version.Draft.Status;
import org.redress.storage.Ids;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Rule books under work; saved as often as wanted, they decide nothing. */
@Repository
public class Drafts {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;

  Drafts(JdbcClient jdbc, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  /** Somebody else saved the file since it was opened; {@link #present} is what it says now. */
  public static class ChangedMeanwhile extends RuntimeException {

    private final transient Draft present;

    ChangedMeanwhile(Draft present) {
      super("%s saved this file meanwhile".formatted(present.changedBy()));
      this.present = present;
    }

    /** The draft with the other person's change. */
    public Draft present() {
      return present;
    }
  }

  /** Begins a draft. */
  @Transactional
  public Draft create(String title, String base, RuleFiles files, String author) {
    var now = clock.instant();
    var draft =
        new Draft(
            ids.next(), title, base, files, Status.OPEN, author, now, author, now, null, null);
    jdbc.sql(
            """
            insert into rule_draft (id, title, base, files, status, author, created_at, changed_by,
              changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            draft.id(),
            title,
            base,
            PackedFiles.pack(files),
            Status.OPEN.name(),
            author,
            Instants.bind(now),
            author,
            Instants.bind(now))
        .update();
    return draft;
  }

  /** Drafts that are still worked on, the one changed last first. */
  public List<Draft> open() {
    return jdbc.sql("select * from rule_draft where status = 'OPEN' order by changed_at desc")
        .query(Drafts::draft)
        .list();
  }

  /** Open drafts in shadow mode. */
  public List<Draft> shadowing() {
    return jdbc.sql("select * from rule_draft where status = 'OPEN' and shadow_since is not null")
        .query(Drafts::draft)
        .list();
  }

  /** The draft with this id. */
  public Optional<Draft> find(long id) {
    return jdbc.sql("select * from rule_draft where id = :id")
        .param("id", id)
        .query(Drafts::draft)
        .optional();
  }

  /**
   * Saves one file of a draft.
   *
   * @param seen the content the editor started from, none for a new file
   * @param content the new content; none removes the file
   * @throws ChangedMeanwhile when the file does not say any more what the editor started from
   */
  @Transactional
  public Draft save(
      Draft draft, String path, byte @Nullable [] seen, byte @Nullable [] content, String author) {
    var present = locked(draft.id());
    if (!Arrays.equals(present.files().content(path), seen)) {
      throw new ChangedMeanwhile(present);
    }
    return saveFiles(present, present.files().with(path, content), present.base(), author);
  }

  /** Saves the draft's files anew, begun from another version. */
  @Transactional
  public Draft saveFiles(Draft draft, RuleFiles files, String base, String author) {
    jdbc.sql(
            """
            update rule_draft set files = ?, base = ?, changed_by = ?, changed_at = ?,
              approval_asked_by = null
            where id = ? and status = 'OPEN'
            """)
        .params(PackedFiles.pack(files), base, author, Instants.bind(clock.instant()), draft.id())
        .update();
    return find(draft.id()).orElseThrow();
  }

  /** The draft, which nobody else can change before the transaction ends. */
  private Draft locked(long id) {
    return jdbc.sql("select * from rule_draft where id = :id and status = 'OPEN' for update")
        .param("id", id)
        .query(Drafts::draft)
        .single();
  }

  /** Gives the draft another title. */
  @Transactional
  public void rename(long id, String title) {
    jdbc.sql("update rule_draft set title = ? where id = ?").params(title, id).update();
  }

  /** Ends the work on a draft. */
  @Transactional
  public void end(long id, Status status) {
    jdbc.sql("update rule_draft set status = ?, shadow_since = null where id = ?")
        .params(status.name(), id)
        .update();
  }

  /** Says who wants a second person to put the draft into force. */
  @Transactional
  public void askApproval(long id, String actor) {
    jdbc.sql("update rule_draft set approval_asked_by = ? where id = ?").params(actor, id).update();
  }

  /** Lets the draft decide live complaints silently, or ends that. */
  @Transactional
  public void shadow(long id, boolean on) {
    jdbc.sql("update rule_draft set shadow_since = ? where id = ?")
        .params(on ? Instants.bind(clock.instant()) : null, id)
        .update();
  }

  private static Draft draft(ResultSet row, int number) throws SQLException {
    return new Draft(
        row.getLong("id"),
        row.getString("title"),
        row.getString("base"),
        PackedFiles.unpack(row.getBytes("files")),
        Status.valueOf(row.getString("status")),
        row.getString("author"),
        Instants.readPresent(row, "created_at"),
        row.getString("changed_by"),
        Instants.readPresent(row, "changed_at"),
        Instants.read(row, "shadow_since"),
        row.getString("approval_asked_by"));
  }
}
