package org.redress.intake.message;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.redress.intake.message.Content.Format;
import org.redress.intake.message.MessageReader.Reading;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Camel's scheme {@code messages}: {@code messages:json} with a mapping as its parameters. Each
 * Camel context has one of its own; Camel finds it by the bean's name.
 */
@Component("messages-component")
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public final class MessagesComponent extends DefaultComponent {

  /** Everything that may stand under {@code parameters}; {@code text} must. */
  public static final Set<String> PARAMETERS =
      Set.of(
          "each",
          "only",
          "except",
          "id",
          "text",
          "subject",
          "language",
          "time",
          "reference",
          "customer",
          "name",
          "email",
          "phone",
          "tier",
          "files",
          "fileName",
          "fileContent");

  private final MessageReader reader;
  private Consumer<Reading> rest;

  MessagesComponent(MessageReader reader) {
    this.reader = reader;
    this.rest = reader::keep;
  }

  /** Tells what was read, and keeps nothing of it: for a route that is only tried. */
  public MessagesComponent telling(Consumer<Reading> told) {
    rest = told;
    return this;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String format, Map<String, Object> parameters) {
    var form = Format.valueOf(format.toUpperCase(Locale.ROOT));
    var mapping = Mapping.of(parameters, form.everywhere);
    parameters.clear(); // Camel refuses what is left over
    return new MessagesEndpoint(
        uri,
        this,
        (message, channel, source) -> {
          var read = reader.read(message, form, mapping, channel, source);
          rest.accept(read);
          return read.good();
        });
  }
}
