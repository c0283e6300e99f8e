package org.redress.access;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings that the whole site shares.
 *
 * @param baseUrl how customers and staff reach this service
 * @param zone the site's time zone, in which days begin and times are shown; none means the
 *     machine's
 */
@ConfigurationProperties("redress.site")
public record SiteSettings(
    @DefaultValue("http://127.0.0.1:8080") String baseUrl, @Nullable ZoneId zone) {

  /** The zone, whether set or the machine's. */
  public ZoneId timeZone() {
    return zone == null ? ZoneId.systemDefault() : zone;
  }

  /** Where a customer sees how a complaint stands. */
  public String statusUrl(String receipt) {
    return baseUrl + "/status/" + receipt;
  }

  /** Where a customer says how it went; in {@code en} or {@code zh_CN}. */
  public String surveyUrl(String token, String language) {
    return "%s/survey/%s?lang=%s".formatted(baseUrl, token, language);
  }

  /** Where staff approve offers. */
  public String approvalsUrl() {
    return baseUrl + "/approvals";
  }

  /** Where staff work on a ticket. */
  public String ticketUrl(String number) {
    return baseUrl + "/tickets/" + number;
  }
}
