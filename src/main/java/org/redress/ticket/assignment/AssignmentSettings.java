package org.redress.ticket.assignment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of handing out waiting tickets.
 *
 * @param look how often waiting tickets are looked at
 * @param batchSize how many of them one transaction takes at most
 */
@ConfigurationProperties("redress.assignment")
record AssignmentSettings(@DefaultValue("1s") Duration look, @DefaultValue("100") int batchSize) {}
