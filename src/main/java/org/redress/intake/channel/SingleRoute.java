package org.redress.intake.channel;

import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.FromDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** One route of a file in a Camel context of its own, read from where messages can be put in. */
final class SingleRoute {

  /** Where a message is put in. */
  static final String INPUT = "direct:sample";

  private SingleRoute() {}

  /**
   * Adds the route with this id to a context that is not started; other routes of the file are left
   * out, and those the context has already stay.
   */
  static RouteDefinition load(DefaultCamelContext camel, String text, String id) throws Exception {
    var present = List.copyOf(camel.getRouteDefinitions());
    PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("sample.yaml", text));
    for (var definition : List.copyOf(camel.getRouteDefinitions())) {
      if (!present.contains(definition) && !definition.getRouteId().equals(id)) {
        camel.removeRouteDefinition(definition);
      }
    }
    var route = camel.getRouteDefinition(id);
    route.setInput(null); // Camel takes a second input for a mistake
    route.setInput(new FromDefinition(INPUT));
    return route;
  }
}
