package org.redress;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Small by measurement: what fits on a screen is read, what does not is skipped. */
class SizeTest {

  private static final int LONGEST_FILE = 250;
  private static final int LONGEST_METHOD = 40;
  private static final int MOST_ARGUMENTS = 5;
  private static final int MOST_FILES = 12;
  private static final Path SOURCES = Path.of("src/main/java");

  @BeforeAll
  static void readRecords() {
    StaticJavaParser.getParserConfiguration()
        .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17);
  }

  @Test
  void filesAreShort() throws IOException {
    assertThat(sources().filter(file -> lines(file) > LONGEST_FILE)).isEmpty();
  }

  @Test
  void methodsAreShort() throws IOException {
    assertThat(
            sources()
                .flatMap(file -> methods(file).map(method -> file.getFileName() + " " + method)))
        .isEmpty();
  }

  @Test
  void packagesHoldFewFiles() throws IOException {
    var crowded =
        sources()
            .filter(file -> !file.endsWith("package-info.java"))
            .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
    crowded.values().removeIf(files -> files <= MOST_FILES);
    assertThat(crowded).isEmpty();
  }

  @Test
  void constructorsTakeFewArguments() {
    List<String> long_ =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.redress")
                .stream()
                .filter(type -> !type.isRecord() && !type.isEnum())
                .flatMap(type -> type.getConstructors().stream())
                .filter(constructor -> arguments(constructor) > MOST_ARGUMENTS)
                .map(JavaConstructor::getFullName)
                .toList();
    assertThat(long_).isEmpty();
  }

  /** The compiler adds the outer instance of inner classes. */
  private static int arguments(JavaConstructor constructor) {
    JavaClass type = constructor.getOwner();
    var inner = type.isInnerClass() ? 1 : 0;
    return constructor.getRawParameterTypes().size() - inner;
  }

  private static Stream<Path> sources() throws IOException {
    return Files.walk(SOURCES).filter(file -> file.toString().endsWith(".java"));
  }

  private static long lines(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> methods(Path file) {
    try {
      return StaticJavaParser.parse(file).findAll(MethodDeclaration.class).stream()
          .filter(SizeTest::isLong)
          .map(method -> method.getNameAsString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isLong(MethodDeclaration method) {
    return method
        .getRange()
        .map(range -> range.end.line - range.begin.line + 1 > LONGEST_METHOD)
        .orElse(false);
  }
}
