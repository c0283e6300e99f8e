package org.redress.decision;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the rules.
 *
 * @param folder the rule book
 * @param folderNote the file that says which version the folder held when the service last touched
 *     it
 * @param look how often its files are looked at for changes
 * @param secondPerson whether a draft goes into force only when a second person says so
 */
@ConfigurationProperties("redress.rules")
public record DecisionSettings(
    @DefaultValue("rules") Path folder,
    @DefaultValue("data/rules-in-folder") Path folderNote,
    @DefaultValue("2s") Duration look,
    @DefaultValue("false") boolean secondPerson) {}
