package org.redress.complaint.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What files hold, each content once. A row without content lies in the bucket, so that a site may
 * begin to use one at any time; what was stored before stays where it is.
 */
@Repository
public class Contents {

  private final JdbcTemplate batch;
  private final JdbcClient jdbc;
  private final @Nullable Bucket bucket;

  Contents(JdbcTemplate batch, JdbcClient jdbc, ObjectProvider<Bucket> bucket) {
    this.batch = batch;
    this.jdbc = jdbc;
    this.bucket = bucket.getIfAvailable();
  }

  /** The key of a content. */
  public static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Stores those that are not there, in two round trips. Two workers that meet the same new content
   * cross; the one that comes second tries again.
   */
  public void keep(Collection<byte[]> contents) {
    var fresh = new LinkedHashMap<String, byte[]>();
    contents.forEach(content -> fresh.put(hash(content), content));
    if (fresh.isEmpty()) {
      return;
    }
    known(fresh.keySet()).forEach(fresh::remove);
    if (bucket != null) {
      fresh.forEach(bucket::put);
    }
    var rows =
        fresh.entrySet().stream()
            .map(e -> new Object[] {e.getKey(), bucket == null ? e.getValue() : null})
            .toList();
    if (!rows.isEmpty()) {
      batch.batchUpdate("insert into attachment_content (hash, content) values (?, ?)", rows);
    }
  }

  private record Known(String hash, boolean released) {}

  /** Those that are there and stay; of those about to be deleted some may just have gone. */
  private List<String> known(Collection<String> hashes) {
    var known =
        jdbc.sql(
                """
                select hash, released_at is not null as released from attachment_content
                where hash in (:hashes)
                """)
            .param("hashes", hashes)
            .query(Known.class)
            .list();
    var released = known.stream().filter(Known::released).map(Known::hash).toList();
    if (released.isEmpty()) {
      return known.stream().map(Known::hash).toList();
    }
    released.forEach(this::takeBack);
    return known(hashes);
  }

  /** Keeps a content that was about to be deleted; waits for whoever is deleting it. */
  void takeBack(String hash) {
    jdbc.sql("update attachment_content set released_at = null where hash = ?")
        .param(hash)
        .update();
  }

  /** A content; empty when there is none of this hash any longer. */
  public Optional<byte[]> find(String hash) {
    return jdbc.sql("select content from attachment_content where hash = :hash")
        .param("hash", hash)
        .query((row, number) -> Optional.ofNullable(row.getBytes("content")))
        .optional()
        .map(inDatabase -> inDatabase.orElseGet(() -> fromBucket(hash)));
  }

  /** Deletes a content for good. */
  public void delete(String hash) {
    var inBucket = jdbc.sql("select content is null from attachment_content where hash = :hash");
    if (inBucket.param("hash", hash).query(Boolean.class).optional().orElse(false)
        && bucket != null) {
      bucket.delete(hash);
    }
    jdbc.sql("delete from attachment_content where hash = :hash").param("hash", hash).update();
  }

  private byte[] fromBucket(String hash) {
    if (bucket == null) {
      throw new IllegalStateException(
          "The file lies in a bucket, and redress.file-store.bucket is not set any longer");
    }
    return bucket.get(hash);
  }
}
