package org.redress.intake.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.redress.text.Text;
import org.redress.text.WrittenTime;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One complaint found in a message. */
record Complaint(Spot place, Mapping mapping, ZoneId zone) {

  private static final int LONGEST_ID = 200;
  private static final Map<String, String> FIELDS =
      Map.of(
          "text", "text",
          "subject", "subject",
          "language", "language",
          "reference", "reference");
  private static final Map<String, String> CUSTOMER =
      Map.of("customer", "id", "name", "name", "email", "email", "phone", "phone", "tier", "tier");
  private static final Text NO_TEXT =
      new Text(
          "there is no text. Write what the customer said, or correct the route's 'text'",
          "没有文本。请填写客户所说的内容，或更正渠道文件中的“text”");
  private static final Text NO_TIME =
      new Text(
          "'%s' is not a time. Write it like 2026-11-20T10:15:00+08:00",
          "“%s”不是时间。请写成 2026-11-20T10:15:00+08:00 的形式");

  /** The sender's own id, or one made of the content: the same message again has the same. */
  String id() {
    var own = mapping.field("id", place);
    return own.isEmpty() || own.length() > LONGEST_ID ? digest(place.node().toString()) : own;
  }

  static String digest(String content) {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(hash.digest(content.getBytes(StandardCharsets.UTF_8)), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** When it was said, where the sender told. */
  Optional<Instant> saidAt() {
    return WrittenTime.read(mapping.field("time", place), zone);
  }

  /** Why this cannot be taken as it is; empty when it can. */
  Optional<Text> mistake() {
    var time = mapping.field("time", place);
    if (!time.isEmpty() && saidAt().isEmpty()) {
      return Optional.of(NO_TIME.formatted(time));
    }
    return mapping.field("text", place).isEmpty() ? Optional.of(NO_TEXT) : Optional.empty();
  }

  /** The complaint as programs post it, with what the sender wrote beside it. */
  ObjectNode posted() {
    var post = JsonNodeFactory.instance.objectNode();
    fill(post, FIELDS);
    if (!post.has("text")) {
      post.put("text", "");
    }
    var time = mapping.field("time", place);
    if (!time.isEmpty()) {
      post.put("received_at", saidAt().map(Instant::toString).orElse(time));
    }
    var customer = post.putObject("customer");
    fill(customer, CUSTOMER);
    if (customer.has("phone")) {
      customer.put("phone", customer.get("phone").asString().replaceFirst("^00", "+"));
    }
    attach(post);
    post.set("original", place.node());
    return post;
  }

  private void fill(ObjectNode object, Map<String, String> names) {
    names.forEach(
        (field, name) -> {
          var words = mapping.field(field, place);
          if (!words.isEmpty()) {
            object.put(name, words);
          }
        });
  }

  private void attach(ObjectNode post) {
    var files = mapping.filesOf(place);
    if (files.isEmpty()) {
      return;
    }
    var attachments = post.putArray("attachments");
    for (var file : files) {
      var attachment = attachments.addObject();
      attachment.put("name", mapping.field("fileName", file));
      attachment.put("content_base64", mapping.field("fileContent", file));
    }
  }
}
