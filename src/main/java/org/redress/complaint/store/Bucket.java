package org.redress.complaint.store;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** A bucket of a store that speaks S3; a file's key is the hash of what it holds. */
class Bucket implements AutoCloseable {

  private final S3Client client;
  private final String name;

  Bucket(S3Client client, String name) {
    this.client = client;
    this.name = name;
  }

  /** The store does not do what is asked; it is tried again as the message or the person wants. */
  static class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreachable(String bucket, SdkException cause) {
      super(
          "The file store does not answer as it should (bucket '%s'): %s. See redress.file-store"
              .formatted(bucket, cause.getMessage()),
          cause);
    }
  }

  /** Stores a file; the same again changes nothing. */
  void put(String hash, byte[] content) {
    try {
      client.putObject(
          request -> request.bucket(name).key(hash).contentType("application/octet-stream"),
          RequestBody.fromBytes(content));
    } catch (SdkException e) {
      throw new Unreachable(name, e);
    }
  }

  byte[] get(String hash) {
    try {
      return client.getObjectAsBytes(request -> request.bucket(name).key(hash)).asByteArray();
    } catch (SdkException e) {
      throw new Unreachable(name, e);
    }
  }

  void delete(String hash) {
    try {
      client.deleteObject(request -> request.bucket(name).key(hash));
    } catch (SdkException e) {
      throw new Unreachable(name, e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
