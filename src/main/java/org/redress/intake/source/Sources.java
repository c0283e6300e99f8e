package org.redress.intake.source;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Folders on other machines and feeds, by the name that route files use.
 *
 * @param sftp folders for {@code sftp:NAME}
 * @param feeds addresses for {@code feed:NAME}
 */
@ConfigurationProperties("redress")
record Sources(
    @DefaultValue Map<String, SftpSettings> sftp, @DefaultValue Map<String, FeedSettings> feeds) {

  SftpSettings folder(String name) {
    return named(sftp, "sftp", name);
  }

  FeedSettings feed(String name) {
    return named(feeds, "feeds", name);
  }

  private static <T> T named(Map<String, T> all, String group, String name) {
    var settings = all.get(name);
    if (settings == null) {
      throw MissingSetting.of(group, name, all.keySet());
    }
    return settings;
  }
}
