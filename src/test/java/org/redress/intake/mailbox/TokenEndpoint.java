package org.redress.intake.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An OAuth2 endpoint that gives one token to all, or refuses all. */
final class TokenEndpoint implements AutoCloseable {

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  /** Gives this token for so many seconds; refuses when there is none. */
  TokenEndpoint(String token, int seconds) throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/token",
        exchange -> {
          asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          var answer =
              token == null
                  ? "{\"error\":\"invalid_client\"}"
                  : "{\"access_token\":\"%s\",\"expires_in\":%d,\"refresh_token\":\"r2\"}"
                      .formatted(token, seconds);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(token == null ? 401 : 200, answer.length());
          exchange.getResponseBody().write(answer.getBytes(UTF_8));
          exchange.close();
        });
    server.start();
  }

  /** The bodies of all requests. */
  List<String> asked() {
    return asked;
  }

  String address() {
    return "http://127.0.0.1:%d/token".formatted(server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
