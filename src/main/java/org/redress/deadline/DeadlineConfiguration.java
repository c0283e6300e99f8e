package org.redress.deadline;

import org.redress.calendar.Calendars;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the calendars once, at start. */
@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {

  @Bean
  Calendars calendars(DeadlineSettings settings) {
    return Calendars.load(settings.calendars());
  }
}
