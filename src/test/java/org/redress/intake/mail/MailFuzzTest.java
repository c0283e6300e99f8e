package org.redress.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A few of the cases of {@code MailFuzzBenchmark}. */
class MailFuzzTest {

  @Test
  void noDamagedMailStopsTheReader() throws Exception {
    var fuzz = new MailFuzz(7);

    fuzz.run(1_000);

    assertThat(fuzz.cases()).isEqualTo(1_000);
  }
}
