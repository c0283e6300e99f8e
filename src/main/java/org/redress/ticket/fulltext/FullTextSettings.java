package org.redress.ticket.fulltext;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the search for words.
 *
 * @param folder where the index lies; one for each node, made anew when it is missing
 */
@ConfigurationProperties("redress.search")
record FullTextSettings(@DefaultValue("data/search") Path folder) {}
