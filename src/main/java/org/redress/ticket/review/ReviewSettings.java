package org.redress.ticket.review;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what is learnt from complaints.
 *
 * @param similarDays how many days back complaints count as similar
 */
@ConfigurationProperties("redress.review")
record ReviewSettings(@DefaultValue("30") int similarDays) {}
