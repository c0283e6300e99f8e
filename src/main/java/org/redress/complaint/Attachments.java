package org.redress.complaint;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redress.storage.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files on record; the same content is kept once, however often it comes. */
@Repository
public class Attachments {

  private final JdbcTemplate batch;
  private final JdbcClient jdbc;
  private final Ids ids;

  Attachments(JdbcTemplate batch, JdbcClient jdbc, Ids ids) {
    this.batch = batch;
    this.jdbc = jdbc;
    this.ids = ids;
  }

  /** What the file with this id holds. */
  public byte[] content(long id) {
    return jdbc.sql(
            """
            select c.content from attachment a join attachment_content c on c.hash = a.hash
            where a.id = :id
            """)
        .param("id", id)
        .query((row, number) -> row.getBytes("content"))
        .single();
  }

  /** Keeps files by the complaint or message they came with, in three round trips at most. */
  void keep(Map<Long, List<Attachment>> bySource) {
    var rows = new ArrayList<Object[]>();
    var contents = new LinkedHashMap<String, byte[]>();
    bySource.forEach(
        (source, files) -> {
          for (var file : files) {
            var hash = hash(file.content());
            contents.put(hash, file.content());
            rows.add(
                new Object[] {
                  ids.next(), source, file.name(), file.type(), file.content().length, hash
                });
          }
        });
    if (rows.isEmpty()) {
      return;
    }
    keepContents(contents);
    batch.batchUpdate(
        "insert into attachment (id, source_id, name, type, size, hash) values (?, ?, ?, ?, ?, ?)",
        rows);
  }

  /** Two workers that meet the same new content cross; the one that comes second tries again. */
  private void keepContents(Map<String, byte[]> contents) {
    var known =
        new HashSet<>(
            jdbc.sql("select hash from attachment_content where hash in (:hashes)")
                .param("hashes", contents.keySet())
                .query(String.class)
                .list());
    var fresh =
        contents.entrySet().stream()
            .filter(entry -> !known.contains(entry.getKey()))
            .map(entry -> new Object[] {entry.getKey(), entry.getValue()})
            .toList();
    if (!fresh.isEmpty()) {
      batch.batchUpdate("insert into attachment_content (hash, content) values (?, ?)", fresh);
    }
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
