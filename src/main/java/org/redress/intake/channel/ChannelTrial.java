package org.redress.intake.channel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.redress.intake.Envelope;
import org.redress.intake.Understanding.Unreadable;
import org.redress.intake.message.MessageReader.Reading;
import org.redress.intake.message.MessagesComponent;
import org.redress.text.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** What a channel's route makes of a message: run beside the serving ones, and nothing is kept. */
@Component
public class ChannelTrial {

  private static final Text WHOLE_FILES =
      new Text(
          "This channel takes whole files and keeps what it reads, so it cannot be tried here. Put a"
              + " sample into routes/samples/ and run the command: routes check.",
          "该渠道读取整个文件并直接保存，无法在此试用。请把样例放入 routes/samples/，再运行命令 routes check。");
  private static final Text STOPPED = new Text("The route fails at it: %s", "渠道处理时出错：%s");

  private final ChannelLoader loader;
  private final CamelContexts contexts;
  private final ObjectProvider<MessagesComponent> messages;

  ChannelTrial(
      ChannelLoader loader, CamelContexts contexts, ObjectProvider<MessagesComponent> messages) {
    this.loader = loader;
    this.contexts = contexts;
    this.messages = messages;
  }

  /**
   * Sends a message through a channel's mapping.
   *
   * @return empty when the channel maps nothing: it takes mails, and the JSON of programs, as they
   *     are
   * @throws Unreadable when the route cannot be tried, or fails
   */
  public Optional<Reading> run(String channel, byte[] message) throws Unreadable {
    for (var file : loader.files().values()) {
      if (file.serving() != null
          && file.routes().stream().anyMatch(route -> route.id().equals(channel))) {
        return run(file.serving(), channel, message);
      }
    }
    return Optional.empty();
  }

  private Optional<Reading> run(String file, String channel, byte[] message) {
    var read = new Reading(new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    try (var camel = contexts.create("sample")) {
      camel.addComponent("messages", messages.getObject().telling(part -> addRest(part, read)));
      camel.addRoutes(intake(read.good()));
      var route = SingleRoute.load(camel, file, channel);
      if (!steps(route, BeanDefinition.class).isEmpty()) {
        throw new Unreadable(WHOLE_FILES, null);
      }
      if (steps(route, ToDefinition.class).stream().noneMatch(ChannelTrial::isMapping)) {
        return Optional.empty();
      }
      camel.start();
      camel.createProducerTemplate().sendBody(SingleRoute.INPUT, message);
      return Optional.of(read);
    } catch (Unreadable unreadable) {
      throw unreadable;
    } catch (Exception e) {
      var root = NestedExceptionUtils.getMostSpecificCause(e);
      throw new Unreadable(STOPPED.formatted(String.valueOf(root.getMessage())), e);
    }
  }

  private static <T> Collection<T> steps(RouteDefinition route, Class<T> kind) {
    return ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), kind);
  }

  private static boolean isMapping(ToDefinition step) {
    return step.getUri().startsWith("messages:");
  }

  private static void addRest(Reading part, Reading all) {
    all.bad().putAll(part.bad());
    all.leftOut().putAll(part.leftOut());
  }

  /** Answers as the real one does, with receipts. */
  private static RouteBuilder intake(List<Envelope> taken) {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:intake").routeId("intake").process(exchange -> take(exchange, taken));
      }
    };
  }

  private static void take(Exchange exchange, List<Envelope> taken) {
    var body = exchange.getMessage().getBody();
    for (var one : body instanceof List<?> many ? many : List.of(body)) {
      taken.add((Envelope) one);
    }
    exchange.getMessage().setBody(taken.stream().map(Envelope::externalId).toList());
  }
}
