package org.redress.intake.channel.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is let through: all files that are shipped, and what an operator names. */
class AllowedTest {

  @Test
  void letsAllShippedFilesThrough() throws Exception {
    try (var files = Files.newDirectoryStream(Path.of("routes"), "*.camel.yaml")) {
      for (var file : files) {
        var routes =
            new RouteGuard(Allowed.NOTHING)
                .check("routes/" + file.getFileName(), Files.readString(file));
        var name = file.getFileName().toString();
        assertThat(routes).as(name).hasSize(name.startsWith("errors") ? 0 : 1);
      }
    }
  }

  @Test
  void whatTheOperatorNamesIsLetThroughAndNothingElse() {
    var route =
        """
        - route:
            id: bulk
            description: Files of a partner
            from:
              uri: sftp:partner.example.org/in
              parameters: {username: redress}
              steps:
                - unmarshal: {json: {}}
                - bean: {ref: partnerFiles}
                - to: direct:intake
        """;
    var allowed = new Allowed(Set.of("sftp"), Set.of("unmarshal"), Set.of("partnerFiles"));

    assertThat(new RouteGuard(allowed).check("routes/bulk.camel.yaml", route))
        .extracting(RouteGuard.Outline::id)
        .containsExactly("bulk");
    for (var other : new String[] {"exec:rm", "class:java.lang.Runtime"}) {
      assertThatThrownBy(
              () ->
                  new RouteGuard(allowed)
                      .check("routes/bulk.camel.yaml", route.replace("direct:intake", other)))
          .hasMessageContaining("routes/bulk.camel.yaml:10:");
    }
    assertThatThrownBy(() -> new RouteGuard(Allowed.NOTHING).check("routes/bulk.camel.yaml", route))
        .hasMessageContaining("may not read from 'sftp:partner.example.org/in'");
  }
}
