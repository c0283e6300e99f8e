package org.redress.desk.reply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.text.Text;
import org.redress.ticket.Ticket;
import org.redress.ticket.care.CarePlan;
import org.redress.ticket.care.StepGuide;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The texts that replies are started from, as the file says them now. */
@Component
class ReadyTexts {

  private static final Logger LOG = LoggerFactory.getLogger(ReadyTexts.class);

  private final Path file;
  private final CarePlan plan;
  private final Places places;
  private volatile TextFile texts;
  private @Nullable FileTime seen;

  ReadyTexts(TextSettings settings, CarePlan plan, Places places) throws IOException {
    this.file = settings.file();
    this.plan = plan;
    this.places = places;
    this.seen = Files.getLastModifiedTime(file);
    this.texts = TextFile.read(file);
  }

  /** Takes the file up again when it has changed; a broken one changes nothing. */
  @Scheduled(fixedDelay = 2000)
  void look() {
    try {
      var changed = Files.getLastModifiedTime(file);
      if (!changed.equals(seen)) {
        seen = changed;
        texts = TextFile.read(file);
        LOG.info("The ready texts of {} are on", file);
      }
    } catch (IOException | TextFile.Broken e) {
      LOG.error("{} The last good ready texts stay.", e.getMessage());
    }
  }

  /** The titles by name, those for the ticket's next care steps first. */
  Map<String, Text> titles(Ticket ticket) {
    var due = plan.due(ticket);
    var now = texts.texts();
    var titles = new LinkedHashMap<String, Text>();
    now.forEach(
        (name, text) -> {
          if (text.isFor(due)) {
            titles.put(name, text.title());
          }
        });
    now.forEach((name, text) -> titles.putIfAbsent(name, text.title()));
    return titles;
  }

  /**
   * A text filled in for a ticket, in its customer's language; none when there is none so named.
   */
  Optional<String> filled(String name, Ticket ticket, String agent) {
    var now = texts;
    return Optional.ofNullable(now.texts().get(name))
        .map(
            text -> {
              var values = new HashMap<>(places.of(ticket, agent));
              values.put("opening", tone(now.openings(), ticket, values));
              values.put("closing", tone(now.closings(), ticket, values));
              var words = ticket.language().startsWith("zh") ? text.zh() : text.en();
              return TextFile.fill(words, values).replaceAll("\n{3,}", "\n\n").strip() + "\n";
            });
  }

  private static String tone(List<StepGuide.Say> tones, Ticket ticket, Map<String, String> values) {
    return StepGuide.fitting(tones, ticket.verdict()).stream()
        .findFirst()
        .map(words -> TextFile.fill(words.in(ticket.language()), values))
        .orElse("");
  }
}
