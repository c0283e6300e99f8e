package org.redress.access;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Reads the staff file once, at start, and says how passwords are kept. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  private static final int BCRYPT_STRENGTH = 10;

  @Bean
  Staff staff(AccessSettings settings) {
    return Staff.read(settings.staffFile());
  }

  /** Hashes with bcrypt; a name as password, which is no secret, is kept as it is. */
  @Bean
  @SuppressWarnings("deprecation")
  PasswordEncoder passwordEncoder() {
    return new RememberingPasswordEncoder(
        new DelegatingPasswordEncoder(
            "bcrypt",
            Map.of(
                "bcrypt",
                new BCryptPasswordEncoder(BCRYPT_STRENGTH),
                "noop",
                NoOpPasswordEncoder.getInstance())));
  }
}
