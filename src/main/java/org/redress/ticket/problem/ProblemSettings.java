package org.redress.ticket.problem;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a cause that comes back, or a fault that many tell of, is a problem.
 *
 * @param tickets how many tickets of one category and cause
 * @param days within how many days
 * @param customers how many customers with the same fault within the time of a surge
 */
@ConfigurationProperties("redress.problem")
record ProblemSettings(
    @DefaultValue("5") int tickets,
    @DefaultValue("30") int days,
    @DefaultValue("12") int customers) {}
