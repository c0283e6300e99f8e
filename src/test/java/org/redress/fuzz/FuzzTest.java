package org.redress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.fuzz.Door.Told.RECEIVED;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.TestService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A few of the cases of {@code FuzzBenchmark}. */
@TestService
class FuzzTest {

  @Autowired private ApplicationContext service;

  @ParameterizedTest
  @EnumSource(Fuzz.Reader.class)
  void everyDamagedMessageIsAccountedFor(Fuzz.Reader reader) throws Exception {
    var fuzz = new Fuzz(service, reader, 7).run(100);

    assertThat(fuzz.fates().get("done")).isPositive();
    assertThat(fuzz.told().values().stream().mapToInt(told -> told).sum()).isEqualTo(100);
  }

  @Test
  void aPartWithATornHeadIsLeftOut() throws Exception {
    var torn = FormDoor.inParts().replace("; filename=", "; fililes\"; filename=");
    try (var door = new FormDoor(service.getEnvironment(), 1)) {
      assertThat(door.send(torn.getBytes(StandardCharsets.UTF_8), false)).isEqualTo(RECEIVED);
    }
  }
}
