package org.redress.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.web.util.UriComponentsBuilder;

/** Another program that posts, signing as the real ones do. */
final class Sender {

  static final String SECRET = "known to two";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String address;

  Sender(int port, String name) {
    this.address = "http://127.0.0.1:%d/hooks/%s".formatted(port, name);
  }

  HttpResponse<String> post(byte[] body, String query, String... headers) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(address + query)).POST(BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> get(String query) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(address + query)).build(), BodyHandlers.ofString());
  }

  /** Posts with time and body signed. */
  HttpResponse<String> postSigned(String body, Instant at) throws Exception {
    var time = String.valueOf(at.getEpochSecond());
    var signature = hex(mac("HmacSHA256", time + "." + body));
    return post(body.getBytes(UTF_8), "", "X-Timestamp", time, "X-Signature", signature);
  }

  /** Posts a sample as the named service does. */
  HttpResponse<String> postAs(String service, byte[] body) throws Exception {
    var text = new String(body, UTF_8);
    return switch (service) {
      case "partner" -> postSigned(text, Instant.now());
      case "telegram" -> post(body, "", "X-Telegram-Bot-Api-Secret-Token", SECRET);
      case "whatsapp" ->
          post(body, "", "X-Hub-Signature-256", "sha256=" + hex(mac("HmacSHA256", text)));
      case "sms" ->
          post(
              body,
              "",
              "Content-Type",
              "application/x-www-form-urlencoded",
              "X-Twilio-Signature",
              Base64.getEncoder().encodeToString(mac("HmacSHA1", twilio(text))));
      case "wechat" -> post(body, wechat());
      default -> throw new IllegalArgumentException(service);
    };
  }

  /** The address that the site says it has, then the fields in order. */
  private String twilio(String form) {
    var fields = UriComponentsBuilder.fromUriString("?" + form.replace("+", "%20")).build();
    return "http://127.0.0.1:8080/hooks/sms"
        + fields.getQueryParams().toSingleValueMap().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(f -> f.getKey() + URLDecoder.decode(f.getValue(), UTF_8))
            .collect(Collectors.joining());
  }

  /** The signed part of WeChat's addresses. */
  static String wechat() throws Exception {
    var time = String.valueOf(Instant.now().getEpochSecond());
    return "?timestamp=%s&nonce=1320562132&signature=%s"
        .formatted(time, sha1(SECRET, time, "1320562132"));
  }

  /** Posts as WeChat does in secure mode. */
  HttpResponse<String> postEnciphered(String message, String key) throws Exception {
    var bytes = message.getBytes(UTF_8);
    var length = 16 + 4 + bytes.length + 18;
    var padding = 32 - length % 32;
    var plain = ByteBuffer.allocate(length + padding);
    plain.put("0123456789abcdef".getBytes(UTF_8)).putInt(bytes.length).put(bytes);
    plain.put("wx5823bf96d3bd56c7".getBytes(UTF_8));
    while (plain.hasRemaining()) {
      plain.put((byte) padding);
    }
    var aes = Base64.getDecoder().decode(key + "=");
    var cipher = Cipher.getInstance("AES/CBC/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(aes, "AES"), new IvParameterSpec(aes, 0, 16));
    var enciphered = Base64.getEncoder().encodeToString(cipher.doFinal(plain.array()));
    var time = String.valueOf(Instant.now().getEpochSecond());
    var body =
        "<xml><ToUserName><![CDATA[gh]]></ToUserName><Encrypt><![CDATA[%s]]></Encrypt></xml>"
            .formatted(enciphered);
    var query =
        "?encrypt_type=aes&timestamp=%s&nonce=7&signature=%s&msg_signature=%s"
            .formatted(time, sha1(SECRET, time, "7"), sha1(SECRET, time, "7", enciphered));
    return post(body.getBytes(UTF_8), query);
  }

  static String sha1(String... words) throws Exception {
    var sorted = Arrays.stream(words).sorted().collect(Collectors.joining());
    return hex(MessageDigest.getInstance("SHA-1").digest(sorted.getBytes(UTF_8)));
  }

  private static byte[] mac(String algorithm, String words) throws Exception {
    var mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), algorithm));
    return mac.doFinal(words.getBytes(UTF_8));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
