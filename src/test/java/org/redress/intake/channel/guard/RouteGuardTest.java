package org.redress.intake.channel.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.text.Text;

/** What a route file may say. */
class RouteGuardTest {

  private static final String FILE = "routes/partner.camel.yaml";
  private static final String ROUTE =
      """
      - route:
          id: partner
          description: A partner's messages
          from:
            uri: direct:partner
            steps:
              - %s
              - to:
                  uri: direct:intake
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bean: {beanType: java.lang.System, method: \"getProperty('user.home')\"}",
        "bean: {ref: callNotes, method: toString}",
        "bean: {ref: dataSource}",
        "pollEnrich: {constant: 'file:/etc?fileName=passwd'}",
        "enrich: {constant: 'http://example.org'}",
        "process: {ref: anything}",
        "script: {groovy: 'System.exit(0)'}",
        "toD: {uri: '${header.target}'}",
        "to: messages:json",
        "to: {uri: 'messages:groovy', parameters: {text: text}}",
        "to: {uri: 'messages:json', parameters: {text: text, expression: text}}",
        "to: {uri: 'messages:json', parameters: {text: '#bean:dataSource'}}",
        "to: {uri: direct:intake, parameters: {timeout: 1}}",
        "to: {uri: 'file:/tmp/out'}",
        "to: {uri: 'bean:dataSource'}",
        "to: {uri: 'class:java.lang.System'}",
        "to: 'log:x?exchangeFormatter=#class:java.lang.Thread'",
        "to: {uri: 'log:x', parameters: {exchangeFormatter: '#class:java.lang.Thread'}}",
        "setBody: {simple: '${bean:dataSource.close}'}",
        "setBody: {simple: '${body.getClass}'}",
        "setBody: {simple: '${body.class.classLoader}'}",
        "setBody: {simple: '${body[0].payload}'}",
        "setBody: {simple: '${ref:dataSource}'}",
        "setBody: {simple: '${type:java.lang.Runtime.getRuntime}'}",
        "setBody: {simple: '${camelContext.stop}'}",
        "setBody: {simple: '${env:PATH}'}",
        "setBody: {simple: '${header.${body}}'}",
        "setBody: {simple: '${header.name.length}'}",
        "setBody: {simple: '$simple{bean:dataSource}'}",
        "setBody: {simple: {expression: '${exchange.context.stop}'}}",
        "setBody: {simple: 'x', resultType: 'java.lang.Runtime'}",
        "setBody: {constant: 'resource:file:/etc/passwd'}",
        "setBody: {constant: '{{bean:dataSource.close}}'}",
        "setBody: {constant: '{{env:PATH}}'}",
        "setBody: {constant: '{{redress.mailboxes.complaints.password}}'}",
        "setBody: {constant: '{{redress.x:#class:java.lang.Thread}}'}",
        "setBody: {groovy: '1'}",
        "setBody: {method: {beanType: java.lang.System}}",
        "setHeader: {name: CamelBeanMethodName, constant: x}",
        "setHeader: {name: camelfilename, constant: x}",
        "setHeader: {name: x, constant: '#bean:dataSource'}",
        "log: '${bean:dataSource.close}'",
        "log: {message: x, logLanguage: groovy}",
        "log: {message: x, logger: '#dataSource'}",
        "split: {simple: '${body}', aggregationStrategy: '#class:x.Y', steps: []}",
        "filter: {simple: '${body}', steps: [{bean: {beanType: java.lang.System}}]}",
        "choice: {when: [{simple: '${bean:x}', steps: []}]}",
        "choice: {when: [], otherwise: {steps: [{process: {ref: x}}]}}",
        "doTry: {steps: []}",
        "setBody: {constant: &anchor x}",
        "setBody: {constant: !!java.net.URL x}",
        "stop: {}",
        "setbody: {constant: x}",
        "set-body: {constant: x}",
      })
  void refusesAStepThatCouldRunCode(String step) {
    assertThatThrownBy(() -> new RouteGuard(Allowed.NOTHING).check(FILE, ROUTE.formatted(step)))
        .hasMessageContaining(FILE + ":7:")
        .isInstanceOfSatisfying(
            RefusedRoute.class,
            refused ->
                assertThat(refused.reason().zh())
                    .contains(FILE + ":7:")
                    .containsPattern("\\p{IsHan}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log: Something came in on ${routeId}",
        "log: {message: '${exchangeId} at ${date:now:yyyy-MM-dd HH:mm}', loggingLevel: DEBUG}",
        "setHeader: {name: source, constant: partner}",
        "setHeader: {name: copy, simple: '${header.source}'}",
        "to: {uri: 'log:partner'}",
        "to: log:partner",
        "to: {uri: 'messages:json', parameters: {each: '/*', text: 'a | b', name: '{c} {d}'}}",
        "filter: {simple: \"${header.source} == 'partner'\", steps: [{to: direct:intake}]}",
        "split: {simple: '${body}', streaming: true, steps: [{log: x}]}",
        "choice: {when: [{simple: '${body}', steps: [{log: x}]}], otherwise: {steps: []}}",
      })
  void letsAPlainStepThrough(String step) {
    assertThat(new RouteGuard(Allowed.NOTHING).check(FILE, ROUTE.formatted(step)))
        .extracting(RouteGuard.Outline::id)
        .containsExactly("partner");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "direct:intake",
        "timer:tick",
        "http://example.org",
        "mailbox:a?x=y",
        "file:in?processStrategy=#class:x.Y",
        "file:in?include=x",
        "'{{redress.uri}}'",
        "FILE:in",
        "sql:select 1",
        "kafka:orders?brokers=example.org",
        "sftp:user@example.org/in",
        "feed:http://example.org",
        "webhook:a/b",
      })
  void refusesASourceThatIsNotListed(String uri) {
    assertThatThrownBy(
            () ->
                new RouteGuard(Allowed.NOTHING)
                    .check(FILE, ROUTE.formatted("log: x").replace("direct:partner", uri)))
        .isInstanceOf(RefusedRoute.class)
        .hasMessageContaining(FILE + ":5:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{delete: true}",
        "{noop: true}",
        "{fileName: '${bean:x}'}",
        "{move: '${bean:dataSource.close}'}",
        "{move: '${file:name.${body}}'}",
        "{filter: '#class:x.Y'}",
        "{readLock: '#class:x.Y'}",
        "{readLock: idempotent}",
        "{scheduler: spring}",
        "{exceptionHandler: '#bean:x'}",
      })
  void refusesAFileOptionThatIsNotListed(String options) {
    var file =
        ROUTE
            .formatted("log: x")
            .replace("uri: direct:partner", "uri: file:in\n      parameters: " + options);
    assertThatThrownBy(() -> new RouteGuard(Allowed.NOTHING).check(FILE, file))
        .isInstanceOf(RefusedRoute.class)
        .hasMessageContaining(FILE + ":6:");
  }

  @Test
  void refusesAnIdThatTicketsCannotHold() {
    var file = ROUTE.formatted("log: x").replace("id: partner", "id: " + "p".repeat(61));
    assertThatThrownBy(() -> new RouteGuard(Allowed.NOTHING).check(FILE, file))
        .hasMessageContaining(FILE + ":2:")
        .hasMessageContaining("at most 60");
  }

  @Test
  void namesTheNearestWordInBothLanguages() {
    var file = ROUTE.formatted("log: x").replace("description:", "descripton:");
    assertThatThrownBy(() -> new RouteGuard(Allowed.NOTHING).check(FILE, file))
        .isInstanceOfSatisfying(
            RefusedRoute.class,
            refused ->
                assertThat(refused.reason())
                    .isEqualTo(
                        new Text(
                            FILE
                                + ":3:5: 'descripton' is not allowed here, did you mean"
                                + " 'description'? Use only: description, from, id.",
                            FILE
                                + ":3:5：此处不允许“descripton”，是否想写“description”？"
                                + "只能使用：description, from, id。")));
  }

  @Test
  void refusesARouteThatHandsNothingOver() {
    var file = ROUTE.formatted("log: x").replace("uri: direct:intake", "uri: log:nowhere");
    assertThatThrownBy(() -> new RouteGuard(Allowed.NOTHING).check(FILE, file))
        .hasMessageContaining("hands nothing over")
        .hasMessageContaining("direct:intake");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id: partner", "description: A partner's messages"})
  void requiresAnIdAndADescription(String line) {
    assertThatThrownBy(
            () ->
                new RouteGuard(Allowed.NOTHING)
                    .check(FILE, ROUTE.formatted("log: x").replace(line, "")))
        .hasMessageContaining(FILE + ":")
        .hasMessageContaining("is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "just text",
        "- rest: {}",
        "- beans: [{name: x, type: java.lang.Thread}]",
        "- from: {uri: 'direct:x', steps: []}",
        "- routeTemplate: {id: x}",
        "- onException: {exception: [java.lang.Exception], handled: {constant: true}}",
        "- routeConfiguration: {onException: []}",
        "apiVersion: camel.apache.org/v1",
        "- route:\n    id: [",
        "--- []\n--- []",
      })
  void refusesAFileThatIsNoListOfRoutes(String text) {
    assertThatThrownBy(() -> new RouteGuard(Allowed.NOTHING).check(FILE, text))
        .isInstanceOf(RefusedRoute.class)
        .hasMessageStartingWith(FILE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "handled: {constant: 'true'}",
        "continued: {constant: 'true'}",
        "onExceptionOccurredRef: x",
        "retryWhile: {simple: '${body}'}",
        "redeliveryPolicy: {retryWhileRef: x}",
        "steps: [{bean: {beanType: java.lang.System}}]",
      })
  void refusesErrorHandlingThatHidesAFailureOrRunsCode(String entry) {
    var text =
        """
        - routeConfiguration:
            onException:
              - onException:
                  exception: [java.lang.Exception]
                  %s
        """;
    assertThatThrownBy(
            () ->
                new RouteGuard(Allowed.NOTHING)
                    .check("routes/errors.camel.yaml", text.formatted(entry)))
        .isInstanceOf(RefusedRoute.class)
        .hasMessageContaining("errors.camel.yaml:5:");
  }
}
