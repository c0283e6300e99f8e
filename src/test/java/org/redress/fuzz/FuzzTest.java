package org.redress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

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
}
