package org.redress.desk.form;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets the configured sites, and no others, show a form in a frame. */
@Component
class Framing {

  private final List<String> sites;

  Framing(FormSettings settings) {
    for (var site : settings.embedOn()) {
      if (!site.matches("https?://[A-Za-z0-9.*-]+(:\\d+)?")) {
        throw new IllegalArgumentException(
            "redress.forms.embed-on: '%s' is no site. Write it like https://shop.example.com"
                .formatted(site));
      }
    }
    this.sites = settings.embedOn();
  }

  /** Says on the page who may frame it; browsers go by this before any other header. */
  void allow(HttpServletResponse response) {
    var ancestors = sites.isEmpty() ? "'none'" : String.join(" ", sites);
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors "
            + ancestors);
  }
}
