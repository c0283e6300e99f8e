package org.redress.intake.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.redress.intake.Envelope;
import org.redress.intake.Envelope.Format;
import org.redress.intake.Understanding;
import org.redress.intake.channel.guard.RouteGuard.Outline;
import org.redress.intake.mailbox.server.Mail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sends one sample through one route, as if its source had it. */
class SampleRun {

  private final CamelContexts contexts;
  private final ObjectProvider<RoutesBuilder> builtIn;
  private final Understanding understanding;
  private final JdbcClient jdbc;

  SampleRun(
      CamelContexts contexts,
      ObjectProvider<RoutesBuilder> builtIn,
      Understanding understanding,
      JdbcClient jdbc) {
    this.contexts = contexts;
    this.builtIn = builtIn;
    this.understanding = understanding;
    this.jdbc = jdbc;
  }

  /** Why no complaint came out; empty when one did. */
  Optional<String> run(Outline route, String text, Path sample) throws IOException {
    var before = newest();
    var calls = calls();
    try (var camel = contexts.create("sample")) {
      for (var routes : builtIn.orderedStream().toList()) {
        camel.addRoutes(routes);
      }
      SingleRoute.load(camel, text, route.id());
      camel.start();
      send(camel.createProducerTemplate(), route, sample);
      return calls() > calls ? Optional.empty() : judge(before);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      return Optional.of(reason(e));
    }
  }

  private static void send(ProducerTemplate template, Outline route, Path sample)
      throws IOException {
    if (route.source().startsWith("file:")) {
      // Beans that read files leave reports beside them.
      var name = String.valueOf(sample.getFileName());
      var copy = Files.copy(sample, Files.createTempDirectory("sample").resolve(name));
      template.sendBodyAndHeader(SingleRoute.INPUT, copy.toFile(), "CamelFileName", name);
      return;
    }
    var bytes = Files.readAllBytes(sample);
    if (!route.source().matches("(mailbox|smtp|direct):.*")) {
      template.sendBody(SingleRoute.INPUT, bytes); // as a webhook, a topic or a feed hands it over
      return;
    }
    var mail = sample.toString().endsWith(".eml");
    template.sendBody(
        SingleRoute.INPUT,
        mail
            ? List.of(new Mail("sample", Instant.now(), bytes).envelope(route.id()))
            : List.of(new Envelope(route.id(), route.id(), Format.JSON, Instant.now(), bytes)));
  }

  /** Call records open no tickets; a route that keeps them does what it should. */
  private long calls() {
    return jdbc.sql("select count(*) from call_record").query(Long.class).single();
  }

  private long newest() {
    return jdbc.sql("select coalesce(max(id), 0) from inbox").query(Long.class).single();
  }

  /** At least one message must have come in, and each must be understood as a complaint. */
  private Optional<String> judge(long before) {
    var came =
        jdbc.sql("select * from inbox where id > :before order by id")
            .param("before", before)
            .query(
                (row, number) ->
                    row.getString("status").equals("parked")
                        ? row.getString("reason")
                        : reasonAgainst(
                            new Envelope(
                                row.getString("channel"),
                                row.getString("external_id"),
                                Format.valueOf(row.getString("format")),
                                Instant.now(),
                                row.getBytes("payload"))))
            .list();
    return came.isEmpty()
        ? Optional.of("nothing was handed over")
        : came.stream().filter(why -> !why.isEmpty()).findFirst();
  }

  private String reasonAgainst(Envelope envelope) {
    try {
      var understood = understanding.read(envelope);
      return understood.aside() == null ? "" : understood.aside().en();
    } catch (Understanding.Unreadable unreadable) {
      return unreadable.reason().en();
    }
  }

  private static String reason(Exception e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
