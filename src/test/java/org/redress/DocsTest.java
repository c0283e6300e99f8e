package org.redress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.command.Commands;
import picocli.CommandLine;

/** What a document names is there: files, folders, links, commands. */
class DocsTest {

  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)\\)");
  private static final Pattern PATH =
      Pattern.compile("`((?:rules|routes|config|samples|src|docs)/[\\w./-]*)`");
  private static final Pattern COMMAND =
      Pattern.compile("redress\\.jar ([a-z]+)(?: ([a-z]+))?|`(rules|mail|calendar) ([a-z]+)`");

  static Stream<Path> documents() throws IOException {
    try (var all = Files.walk(Path.of("."), 3)) {
      return all
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.startsWith("./target") && !file.startsWith("./data"))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void namesOnlyFilesThatAreThere(Path document) throws IOException {
    var text = Files.readString(document);
    var folder = document.getParent();
    var links =
        LINK.matcher(text)
            .results()
            .map(link -> link.group(1))
            .filter(link -> !link.contains("://"))
            .filter(link -> !Files.exists(folder.resolve(link)))
            .toList();
    var paths =
        PATH.matcher(text)
            .results()
            .map(path -> path.group(1))
            .filter(path -> !Files.exists(Path.of(path)))
            .toList();
    assertThat(links).isEmpty();
    assertThat(paths).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void namesOnlyCommandsThatAreThere(Path document) throws IOException {
    var known = new CommandLine(new Commands());
    var unknown =
        COMMAND
            .matcher(Files.readString(document))
            .results()
            .map(
                found ->
                    found.group(1) == null
                        ? List.of(found.group(3), found.group(4))
                        : Stream.of(found.group(1), found.group(2)).filter(w -> w != null).toList())
            .filter(words -> !isKnown(known, words))
            .toList();
    assertThat(unknown).isEmpty();
  }

  private static boolean isKnown(CommandLine commands, List<String> words) {
    var found = commands.getSubcommands().get(words.get(0));
    return found != null
        && (words.size() == 1
            || found.getSubcommands().isEmpty()
            || found.getSubcommands().containsKey(words.get(1)));
  }
}
