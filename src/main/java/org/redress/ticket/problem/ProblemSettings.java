package org.redress.ticket.problem;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a cause that comes back is a problem.
 *
 * @param tickets how many tickets of one category and cause
 * @param days within how many days
 */
@ConfigurationProperties("redress.problem")
record ProblemSettings(@DefaultValue("5") int tickets, @DefaultValue("30") int days) {}
