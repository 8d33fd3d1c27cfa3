package io.berth.http.errors;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The codes of the API, of the explanations and of the API guide are the same. */
class ProblemTypeTest {
  private static final Pattern CODE = Pattern.compile("`([a-z]+(?:_[a-z]+)*)`");

  private record Row(int status, String code) {}

  @Test
  void explains_every_code_and_no_other() {
    List<String> parts =
        ErrorEnvelope.codes().stream()
            .flatMap(c -> Stream.of("title", "meaning", "params", "remedy").map(p -> c + "." + p))
            .sorted()
            .toList();
    assertThat(ProblemType.keys()).isEqualTo(parts);
  }

  @Test
  void says_something_of_each() {
    assertThat(ProblemType.all())
        .allSatisfy(
            code ->
                assertThat(List.of(code.title(), code.meaning(), code.params(), code.remedy()))
                    .noneMatch(String::isBlank));
  }

  @Test
  void knows_the_status_of_every_code() {
    assertThat(ProblemType.all()).noneMatch(explanation -> explanation.statuses().isEmpty());
  }

  @Test
  void knows_a_code_of_two_statuses() {
    assertThat(ProblemType.find("port_claimed").orElseThrow().statuses()).containsExactly(400, 409);
  }

  @Test
  void knows_no_other_code() {
    assertThat(ProblemType.find("nonsense")).isEmpty();
  }

  @Test
  void agrees_with_the_table_of_the_api_guide() throws IOException {
    assertThat(byStatus(apiGuide())).isEqualTo(byStatus(explained()));
  }

  private static Stream<Row> explained() {
    return ProblemType.all().stream()
        .flatMap(of -> of.statuses().stream().map(status -> new Row(status, of.code())));
  }

  private static Stream<Row> apiGuide() throws IOException {
    return Files.readAllLines(Path.of("src/examples/README.md")).stream()
        .dropWhile(Predicate.not("### Codes of refusals"::equals))
        .dropWhile(line -> !line.startsWith("|"))
        .takeWhile(line -> line.startsWith("|"))
        .filter(line -> line.matches("\\| \\d{3} \\|.*"))
        .flatMap(line -> codes(line).map(code -> new Row(status(line), code)));
  }

  private static int status(String line) {
    return Integer.parseInt(line.substring(2, 5));
  }

  private static Stream<String> codes(String line) {
    return CODE.matcher(line).results().map((MatchResult code) -> code.group(1));
  }

  private static Map<Integer, TreeSet<String>> byStatus(Stream<Row> rows) {
    return rows.collect(
        groupingBy(Row::status, TreeMap::new, mapping(Row::code, toCollection(TreeSet::new))));
  }
}
