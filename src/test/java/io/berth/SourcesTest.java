package io.berth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house rules that only the text of the sources shows. */
class SourcesTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final int LONGEST_CLASS = 250;
  private static final int LONGEST_METHOD = 40;

  /** A line of the formatter's that opens or goes on with a member, at most two types deep. */
  private static final Pattern MEMBER = Pattern.compile("( {2}| {4})[^ /*@}].*");

  private static final Pattern TYPE =
      Pattern.compile(".*\\b(class|record|interface|enum|@interface) \\w+.*");

  @Test
  void a_class_can_be_taken_in_at_once() throws IOException {
    assertThat(sources())
        .allSatisfy(source -> assertThat(lines(source)).hasSizeLessThanOrEqualTo(LONGEST_CLASS));
  }

  /** Tests have tables, which are longer than a method should be. */
  @Test
  void a_method_can_be_taken_in_at_a_glance() throws IOException {
    assertThat(javaIn(MAIN)).allSatisfy(source -> assertThat(longMethods(lines(source))).isEmpty());
  }

  @Test
  void imports_name_what_they_import() throws IOException {
    assertThat(sources())
        .allSatisfy(
            source -> assertThat(lines(source)).noneMatch(line -> line.matches("import .*[*];")));
  }

  @Test
  void every_package_says_what_it_is_for() throws IOException {
    assertThat(javaIn(MAIN).stream().map(Path::getParent).distinct())
        .filteredOn(folder -> !folder.endsWith("io/berth"))
        .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
  }

  private static List<Path> sources() throws IOException {
    return Stream.concat(javaIn(MAIN).stream(), javaIn(Path.of("src/test/java")).stream()).toList();
  }

  private static List<Path> javaIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(path -> path.toString().endsWith(".java")).toList();
    }
  }

  /** The first lines of the methods whose bodies are too long. */
  private static List<String> longMethods(List<String> lines) {
    List<String> tooLong = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String opening = lines.get(i);
      if (MEMBER.matcher(opening).matches()
          && !TYPE.matcher(opening).matches()
          && !goesOn(lines, i)) {
        String end = opening.replaceFirst("\\S.*", "") + "}";
        int body = bodyStart(lines, i);
        int length = body < 0 ? 0 : lines.subList(body, lines.size()).indexOf(end);
        if (length > LONGEST_METHOD) {
          tooLong.add(opening);
        }
      }
    }
    return tooLong;
  }

  /** Whether the line is one of several parameters of a record. */
  private static boolean goesOn(List<String> lines, int line) {
    return line > 0 && lines.get(line - 1).matches(".*[(,]");
  }

  /** The line after the one that ends in an opening brace; -1 if the member has no body. */
  private static int bodyStart(List<String> lines, int member) {
    for (int i = member; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.endsWith(") {") || line.matches(".* throws .*\\{")) {
        return i + 1;
      }
      if (line.endsWith("{") || line.endsWith(";") || line.endsWith("}") || line.isBlank()) {
        return -1;
      }
    }
    return -1;
  }

  private static List<String> lines(Path source) {
    try {
      return Files.readAllLines(source);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
