package org.redress.intake.message;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redress.access.SiteSettings;
import org.redress.intake.Envelope;
import org.redress.intake.Intake;
import org.redress.intake.message.Content.Broken;
import org.redress.intake.message.Content.Format;
import org.redress.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes envelopes of what a sender wrote. What cannot be taken is for the failure desk, each piece
 * by itself with its place and the remedy; the others go on.
 */
@Component
public class MessageReader {

  private static final Logger LOG = LoggerFactory.getLogger(MessageReader.class);
  private static final Text PLACED = new Text("%s, %s: %s.", "%s，%s：%s。");
  private static final Text AS_A_WHOLE = new Text("%s: %s.", "%s：%s。");
  private static final Text LINE = new Text("line %d", "第 %d 行");
  private static final Text LEFT_OUT =
      new Text(
          "%s, %s: the route leaves it out by 'only' or 'except'",
          "%s，%s：渠道文件以“only”或“except”排除了它");
  private static final Text NOTHING_THERE =
      new Text(
          "%s: no complaint stands where the route looks, its 'each'", "%s：在渠道文件“each”所指之处没有投诉");
  private static final Text NUMBER = new Text("message %d", "第 %d 条");

  private final Intake intake;
  private final JsonMapper json;
  private final Clock clock;
  private final ZoneId zone;

  MessageReader(Intake intake, JsonMapper json, Clock clock, SiteSettings site) {
    this.intake = intake;
    this.json = json;
    this.clock = clock;
    this.zone = site.timeZone();
  }

  /**
   * What one message holds.
   *
   * @param good the complaints, to be handed over
   * @param bad what waits for somebody to mend it, with the reason
   * @param leftOut what is no complaint, with the reason
   */
  public record Reading(
      List<Envelope> good, Map<Envelope, Text> bad, Map<Envelope, Text> leftOut) {}

  /**
   * Reads one message, and keeps nothing of it.
   *
   * @param channel the route's id
   * @param source what people know the message by: its file, or the channel
   */
  Reading read(byte[] message, Format format, Mapping mapping, String channel, String source) {
    var content = Content.read(format, message, json);
    var bad = new LinkedHashMap<Envelope, Text>();
    for (var broken : content.broken()) {
      bad.put(draft(channel, broken), AS_A_WHOLE.formatted(source, broken.reason()));
    }
    var found =
        content.isUnreadable()
            ? List.<Spot>of()
            : mapping.complaints(new Spot(content.tree(), null));
    var good = new ArrayList<Envelope>();
    var leftOut = new LinkedHashMap<Envelope, Text>();
    for (int i = 0; i < found.size(); i++) {
      var complaint = new Complaint(found.get(i), mapping, zone);
      var envelope = envelope(channel, complaint);
      var mistake = complaint.mistake();
      if (!mapping.counts(found.get(i))) {
        leftOut.put(envelope, LEFT_OUT.formatted(source, place(content, i)));
      } else if (mistake.isPresent()) {
        bad.put(envelope, PLACED.formatted(source, place(content, i), mistake.get()));
      } else {
        good.add(envelope);
      }
    }
    if (found.isEmpty() && bad.isEmpty()) {
      leftOut.put(whole(message, channel), NOTHING_THERE.formatted(source));
    }
    return new Reading(good, bad, leftOut);
  }

  /** Keeps what is not handed over, where people find it. */
  void keep(Reading read) {
    if (!read.bad().isEmpty()) {
      read.bad().values().forEach(why -> LOG.warn("{} (it waits on the failure desk)", why.en()));
      intake.refuse(read.bad());
    }
    if (!read.leftOut().isEmpty()) {
      intake.ignore(read.leftOut());
    }
  }

  private static Text place(Content content, int index) {
    return index < content.lines().size()
        ? LINE.formatted(content.lines().get(index))
        : NUMBER.formatted(index + 1);
  }

  private Envelope envelope(String channel, Complaint complaint) {
    var at = complaint.saidAt().orElseGet(clock::instant);
    return new Envelope(
        channel, complaint.id(), Envelope.Format.JSON, at, bytes(complaint.posted()));
  }

  /** What cannot be read waits as it is, for somebody to write what the customer said. */
  private Envelope draft(String channel, Broken broken) {
    return envelope(channel, broken.raw(), clock.instant());
  }

  private Envelope whole(byte[] message, String channel) {
    return envelope(channel, new String(message, StandardCharsets.UTF_8), clock.instant());
  }

  private Envelope envelope(String channel, String raw, Instant at) {
    var draft = json.valueToTree(Map.of("text", "", "original", raw));
    return new Envelope(channel, Complaint.digest(raw), Envelope.Format.JSON, at, bytes(draft));
  }

  private byte[] bytes(JsonNode node) {
    return json.writeValueAsBytes(node);
  }
}
