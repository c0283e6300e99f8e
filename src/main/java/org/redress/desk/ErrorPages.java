package org.redress.desk;

import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** Gives every error page a reference that stands in the log beside the cause. */
@Component
class ErrorPages extends DefaultErrorAttributes {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
  private static final int BAD_REQUEST = 400;
  private static final int SERVER_ERROR = 500;

  /** Which of the words there are for a person; others read those of the first of their kind. */
  private static final Set<Integer> WORDS = Set.of(403, 404, 413);

  @Override
  public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
    var attributes = super.getErrorAttributes(request, options);
    var reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    attributes.put("reference", reference);
    int status = attributes.get("status") instanceof Integer given ? given : SERVER_ERROR;
    attributes.put("words", words(status));
    if (status >= SERVER_ERROR) {
      LOG.error(
          "Error {} at {}", reference, attributes.getOrDefault("path", "?"), getError(request));
    }
    return attributes;
  }

  private static int words(int status) {
    if (WORDS.contains(status)) {
      return status;
    }
    return status >= BAD_REQUEST && status < SERVER_ERROR ? BAD_REQUEST : SERVER_ERROR;
  }
}
