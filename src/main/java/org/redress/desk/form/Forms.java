package org.redress.desk.form;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The forms of the folder, read at start and again when a file changes. */
@Component
@EnableConfigurationProperties(FormSettings.class)
class Forms {

  private static final Logger LOG = LoggerFactory.getLogger(Forms.class);
  private static final String ENDING = ".yml";

  private final Path folder;
  private final Map<String, Form> forms = new ConcurrentHashMap<>();
  private final Map<String, FileTime> seen = new ConcurrentHashMap<>();

  Forms(FormSettings settings) {
    this.folder = settings.folder();
    look();
  }

  /** The form of this name, in its last good version. */
  Optional<Form> find(String name) {
    return Optional.ofNullable(forms.get(name));
  }

  /** Takes up files that are new or have changed, and drops those that are gone. */
  @Scheduled(fixedDelayString = "${redress.forms.look:2s}")
  final synchronized void look() {
    try (var files = Files.list(folder)) {
      var present =
          files.filter(file -> file.getFileName().toString().endsWith(ENDING)).sorted().toList();
      for (var file : present) {
        read(file);
      }
      var names = present.stream().map(Forms::name).toList();
      forms.keySet().retainAll(names);
      seen.keySet().retainAll(names);
    } catch (IOException e) {
      LOG.error("The forms in {} cannot be looked at; those before stay: {}", folder, e.toString());
    }
  }

  private void read(Path file) throws IOException {
    var name = name(file);
    var changed = Files.getLastModifiedTime(file);
    if (changed.equals(seen.put(name, changed))) {
      return;
    }
    try {
      forms.put(name, Form.read(file));
      LOG.info("Form {} is on: {}", name, file);
    } catch (Form.Broken e) {
      LOG.error(
          "{} {}",
          e.getMessage(),
          forms.containsKey(name) ? "Its last good version stays." : "This form is off.");
    }
  }

  private static String name(Path file) {
    var name = file.getFileName().toString();
    return name.substring(0, name.length() - ENDING.length());
  }
}
