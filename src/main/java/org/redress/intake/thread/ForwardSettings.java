package org.redress.intake.thread;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose forwarded mails are the complaints of those who wrote them.
 *
 * @param domains everybody with an address there; the people of the staff file anyway
 */
@ConfigurationProperties("redress.intake.forward")
record ForwardSettings(@DefaultValue List<String> domains) {}
