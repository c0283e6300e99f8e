package org.redress.complaint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.complaint.Attachment.State;
import org.redress.complaint.store.Contents;
import org.redress.complaint.store.Leftovers;
import org.redress.storage.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files on record, those that were not taken too; the same content is kept once. */
@Repository
public class Attachments {

  private final JdbcTemplate batch;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Contents contents;
  private final Leftovers leftovers;

  Attachments(
      JdbcTemplate batch, JdbcClient jdbc, Ids ids, Contents contents, Leftovers leftovers) {
    this.leftovers = leftovers;
    this.batch = batch;
    this.jdbc = jdbc;
    this.ids = ids;
    this.contents = contents;
  }

  /** A file that is there. */
  public record Kept(long id, long sourceId, String name, String type, long size) {}

  /** The files that are there for these complaints, messages or drafts. */
  public List<Kept> of(Collection<Long> sources) {
    return sources.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                select id, source_id, name, type, size from attachment
                where source_id in (:sources) and state = :kept order by id
                """)
            .param("sources", sources)
            .param("kept", State.KEPT.key())
            .query(Kept.class)
            .list();
  }

  /** Hands all files of one source to another, as a draft becomes a message. */
  public void move(long from, long to) {
    jdbc.sql("update attachment set source_id = ? where source_id = ?").params(to, from).update();
  }

  /** Takes a file away from its source; its content goes later, unless others are the same. */
  public void remove(long id, long source) {
    jdbc.sql("select hash from attachment where id = ? and source_id = ? and hash is not null")
        .params(id, source)
        .query(String.class)
        .optional()
        .ifPresent(leftovers::release);
    jdbc.sql("delete from attachment where id = ? and source_id = ?").params(id, source).update();
  }

  /** What the file with this id holds; empty when nobody may have it (yet). */
  public Optional<byte[]> content(long id) {
    return jdbc.sql("select hash from attachment where id = :id and state = :kept")
        .param("id", id)
        .param("kept", State.KEPT.key())
        .query(String.class)
        .optional()
        .flatMap(contents::find);
  }

  /** Keeps files by the complaint or message they came with, in three round trips at most. */
  void keep(Map<Long, List<Attachment>> bySource) {
    var rows = new ArrayList<Object[]>();
    var stored = new ArrayList<byte[]>();
    bySource.forEach(
        (source, files) -> {
          for (var file : files) {
            var isStored = file.state().isStored();
            rows.add(
                new Object[] {
                  ids.next(),
                  source,
                  file.name(),
                  file.type(),
                  file.size(),
                  isStored ? Contents.hash(file.content()) : null,
                  file.state().key()
                });
            if (isStored) {
              stored.add(file.content());
            }
          }
        });
    if (rows.isEmpty()) {
      return;
    }
    contents.keep(stored);
    batch.batchUpdate(
        """
        insert into attachment (id, source_id, name, type, size, hash, state)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
  }
}
