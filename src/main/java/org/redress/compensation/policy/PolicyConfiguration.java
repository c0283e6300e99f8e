package org.redress.compensation.policy;

import org.redress.access.Staff;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the policy once, at start. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

  @Bean
  Policy policy(CompensationSettings settings, Staff staff) {
    return PolicyFile.read(settings.file(), staff);
  }
}
