package org.redress.desk.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The kinds of things that people and the service do: those that have words. */
@Component
class AuditKinds {

  private static final String PREFIX = "history.";

  /** Words that go with an event and are none. */
  private static final Set<String> NONE = Set.of("reason", "clock", "mail", "rule");

  private final MessageSource messages;

  AuditKinds(MessageSource messages) {
    this.messages = messages;
  }

  /** The wording of each kind, by its name, in the order of the wordings. */
  Map<String, String> all() {
    var locale = LocaleContextHolder.getLocale();
    var byWords = new TreeMap<String, String>();
    for (var key : ResourceBundle.getBundle("messages").keySet()) {
      var kind = key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : ".";
      if (!kind.contains(".") && !NONE.contains(kind)) {
        byWords.put(messages.getMessage(key, new Object[] {"…", "…"}, locale), kind);
      }
    }
    var kinds = new LinkedHashMap<String, String>();
    byWords.forEach((words, kind) -> kinds.put(kind, words));
    return kinds;
  }
}
