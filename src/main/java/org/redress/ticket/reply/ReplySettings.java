package org.redress.ticket.reply;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of replies to customers.
 *
 * @param undo how long a reply can be taken back before it goes out
 */
@ConfigurationProperties("redress.reply")
record ReplySettings(@DefaultValue("10s") Duration undo) {}
