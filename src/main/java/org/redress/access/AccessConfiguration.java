package org.redress.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the staff file once, at start. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  @Bean
  Staff staff(AccessSettings settings) {
    return Staff.read(settings.staffFile());
  }
}
