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

/** Checks the rules of the code base that only the source text shows. */
class SourcesTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final int MAX_CLASS_LINES = 250;
  private static final int MAX_METHOD_LINES = 40;

  /** The first or a further line of a member in formatted code, at most two types deep. */
  private static final Pattern MEMBER = Pattern.compile("( {2}| {4})[^ /*@}].*");

  private static final Pattern TYPE =
      Pattern.compile(".*\\b(class|record|interface|enum|@interface) \\w+.*");

  @Test
  void classes_have_at_most_250_lines() throws IOException {
    assertThat(sources())
        .allSatisfy(source -> assertThat(lines(source)).hasSizeLessThanOrEqualTo(MAX_CLASS_LINES));
  }

  /** Tests are excluded, because their tables are long. */
  @Test
  void methods_have_at_most_40_lines() throws IOException {
    assertThat(javaFiles(MAIN))
        .allSatisfy(source -> assertThat(longMethods(lines(source))).isEmpty());
  }

  @Test
  void imports_have_no_wildcards() throws IOException {
    assertThat(sources())
        .allSatisfy(
            source -> assertThat(lines(source)).noneMatch(line -> line.matches("import .*[*];")));
  }

  @Test
  void packages_have_a_package_info() throws IOException {
    assertThat(javaFiles(MAIN).stream().map(Path::getParent).distinct())
        .filteredOn(folder -> !folder.endsWith("io/berth"))
        .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
  }

  private static List<Path> sources() throws IOException {
    return Stream.concat(javaFiles(MAIN).stream(), javaFiles(Path.of("src/test/java")).stream())
        .toList();
  }

  private static List<Path> javaFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(path -> path.toString().endsWith(".java")).toList();
    }
  }

  private static List<String> longMethods(List<String> lines) {
    List<String> tooLong = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String opening = lines.get(i);
      if (MEMBER.matcher(opening).matches()
          && !TYPE.matcher(opening).matches()
          && !isContinuation(lines, i)) {
        String end = opening.replaceFirst("\\S.*", "") + "}";
        int body = bodyStart(lines, i);
        int length = body < 0 ? 0 : lines.subList(body, lines.size()).indexOf(end);
        if (length > MAX_METHOD_LINES) {
          tooLong.add(opening);
        }
      }
    }
    return tooLong;
  }

  /** Whether the line is one of several record components. */
  private static boolean isContinuation(List<String> lines, int line) {
    return line > 0 && lines.get(line - 1).matches(".*[(,]");
  }

  /** The line after the opening brace; -1 if the member has no body. */
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
