package org.redress.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.redress.Damage;
import org.redress.Visitor;
import org.springframework.core.env.Environment;

/** Filled-in forms, damaged on their way, as browsers send them with and without files. */
final class FormDoor implements Door {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern PROOF = Pattern.compile("name=\"proof\" value=\"([^\"]+)\"");
  private static final Pattern COOKIE = Pattern.compile("(?i)set-cookie: (XSRF-TOKEN=[^;]+)");
  private static final String PLAIN =
      "appliance=kettle&order=AB-123456&bought=2026-01-31&visits=2&name=Ann+%E6%9D%8E&phone=13800138000"
          + "&email=ann%40example.org&text=It+leaks+%E6%BC%8F%E6%B0%B4%0D%0Aand+nobody+came.";
  private static final String PART =
      "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
  private static final List<String> PIECES =
      List.of(
          "&",
          "=",
          "%",
          "%00",
          "%zz",
          "&text=",
          "&text=a",
          "&name=b",
          "\r\n",
          "--b\r\n",
          "--b--\r\n",
          "Content-Disposition: form-data; name=\"text\"\r\n\r\n",
          "; filename=\"\"",
          "; filename*=UTF-8''%",
          "Content-Transfer-Encoding: base64\r\n",
          "Content-Type: text/plain; charset=utf-16\r\n",
          "\"",
          "\0",
          "\uD83D\uDE00",
          "投诉",
          "<script>",
          "&files=",
          "&lang=zh_CN",
          "&website=x");

  private final Strangers strangers;
  private final Damage damage;
  private final String address;
  private final String session;
  private byte[] last = {};
  private int turn;

  FormDoor(Environment settings, long randomness) throws Exception {
    this.strangers = new Strangers(settings.getRequiredProperty("local.server.port", int.class));
    var page = strangers.get("/complain/repair?lang=en").text();
    var proof = found(PROOF, page);
    this.address = "/complain/repair?proof=%s&work=%s".formatted(proof, Visitor.work(proof));
    this.session =
        "Cookie: %s\r\nX-XSRF-TOKEN: %s\r\nAccept: text/html\r\n"
            .formatted(found(COOKIE, page), found(TOKEN, page));
    this.damage =
        new Damage(List.of(PLAIN.getBytes(UTF_8), inParts().getBytes(UTF_8)), PIECES, randomness);
  }

  static String inParts() {
    var parts = new ArrayList<String>();
    for (var field : PLAIN.split("&")) {
      parts.add(PART.formatted((Object[]) URLDecoder.decode(field, UTF_8).split("=", 2)));
    }
    return String.join("", parts)
        + "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"photo.txt\"\r\n"
        + "Content-Type: text/plain\r\n\r\nWater on the floor.\r\n--b--\r\n";
  }

  private static String found(Pattern pattern, String page) {
    var matcher = pattern.matcher(page);
    if (!matcher.find()) {
      throw new AssertionError("nothing like %s in:\n%s".formatted(pattern, page));
    }
    return matcher.group(1);
  }

  @Override
  public String channels() {
    return "web";
  }

  @Override
  public Told next() throws Exception {
    int index = turn++ % 2;
    return send(damage.next(index), index == 0);
  }

  Told send(byte[] body, boolean plain) throws Exception {
    last = body;
    var type = plain ? "application/x-www-form-urlencoded" : "multipart/form-data; boundary=b";
    var answer = strangers.post(address, session + "Content-Type: " + type + "\r\n", last);
    if (answer.status() == 302) {
      return Told.RECEIVED;
    }
    // The page again with what is wrong, or the word that this is no form at all.
    if (answer.status() == 200 && answer.text().contains("name=\"text\"")
        || answer.status() == 400) {
      return Told.REFUSED;
    }
    throw new AssertionError("%s\n%s".formatted(answer.text(), shown()));
  }

  @Override
  public String shown() {
    return new String(last, 0, Math.min(last.length, 3_000), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    // nothing is kept open
  }
}
