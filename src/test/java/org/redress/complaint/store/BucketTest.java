package org.redress.complaint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.TestService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files in a bucket, of a small server that speaks as much of S3 as it takes. */
@TestService
class BucketTest {

  @Autowired private JdbcTemplate batch;
  @Autowired private JdbcClient jdbc;
  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
  private final byte[] photo = ("photo " + UUID.randomUUID()).getBytes();
  private HttpServer server;
  private Bucket bucket;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    var endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    bucket =
        new BucketConfiguration()
            .bucket(
                new FileStoreSettings(
                    "files", endpoint, "eu-1", "redress", "secret", true, Duration.ofSeconds(10)));
  }

  @AfterEach
  void close() {
    bucket.close();
    server.stop(0);
  }

  /** Takes only what is signed by the known key. */
  private void answer(HttpExchange call) throws IOException {
    var path = call.getRequestURI().getPath();
    var signature = call.getRequestHeaders().getFirst("Authorization");
    var body = call.getRequestBody().readAllBytes();
    int status = 200;
    byte[] answer = new byte[0];
    if (signature == null || !signature.contains("Credential=redress/")) {
      status = 403;
    } else if (call.getRequestMethod().equals("PUT")) {
      objects.put(path, body);
    } else if (call.getRequestMethod().equals("DELETE")) {
      objects.remove(path);
      status = 204;
    } else if (objects.containsKey(path)) {
      answer = objects.get(path);
    } else {
      status = 404;
    }
    call.getResponseHeaders().add("ETag", "\"1\"");
    call.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
    call.getResponseBody().write(answer);
    call.close();
  }

  @Test
  void aFileLiesInTheBucketOnceAndNotInTheDatabase() {
    var contents = new Contents(batch, jdbc, provider(bucket));
    contents.keep(List.of(photo, photo));
    contents.keep(List.of(photo));

    var hash = Contents.hash(photo);
    assertThat(objects).containsOnlyKeys("/files/" + hash);
    assertThat(objects.values()).containsExactly(photo);
    assertThat(inDatabase(hash)).isFalse();
    assertThat(contents.find(hash)).contains(photo);

    contents.delete(hash);
    assertThat(objects).isEmpty();
    assertThat(contents.find(hash)).isEmpty();
  }

  @Test
  void whatWasStoredBeforeStaysReadable() {
    new Contents(batch, jdbc, provider(null)).keep(List.of(photo));
    var hash = Contents.hash(photo);

    assertThat(inDatabase(hash)).isTrue();
    assertThat(new Contents(batch, jdbc, provider(bucket)).find(hash)).contains(photo);
    assertThat(objects).isEmpty();
  }

  @Test
  void aStoreThatIsAwayIsNamed() {
    server.stop(0);

    assertThatThrownBy(() -> bucket.put("0", photo))
        .hasMessageContaining("bucket 'files'")
        .hasMessageContaining("redress.file-store");
  }

  private boolean inDatabase(String hash) {
    return jdbc.sql("select content is not null from attachment_content where hash = ?")
        .param(hash)
        .query(Boolean.class)
        .single();
  }

  private static ObjectProvider<Bucket> provider(Bucket bucket) {
    var beans = new StaticListableBeanFactory();
    if (bucket != null) {
      beans.addBean("bucket", bucket);
    }
    return beans.getBeanProvider(Bucket.class);
  }
}
