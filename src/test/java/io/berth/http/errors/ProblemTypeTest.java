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

/** Checks that the codes in responses, in the explanations and in the API guide are the same. */
class ProblemTypeTest {
  private static final Pattern CODE = Pattern.compile("`([a-z]+(?:_[a-z]+)*)`");

  private record Row(int status, String code) {}

  @Test
  void explains_exactly_the_codes_of_responses() {
    List<String> parts =
        ErrorEnvelope.codes().stream()
            .flatMap(c -> Stream.of("title", "meaning", "params", "remedy").map(p -> c + "." + p))
            .sorted()
            .toList();
    assertThat(ProblemType.keys()).isEqualTo(parts);
  }

  @Test
  void has_no_blank_text() {
    assertThat(ProblemType.all())
        .allSatisfy(
            code ->
                assertThat(List.of(code.title(), code.meaning(), code.params(), code.remedy()))
                    .noneMatch(String::isBlank));
  }

  @Test
  void has_a_status_for_every_code() {
    assertThat(ProblemType.all()).noneMatch(type -> type.statuses().isEmpty());
  }

  @Test
  void has_all_statuses_of_a_code() {
    assertThat(ProblemType.find("port_claimed").orElseThrow().statuses()).containsExactly(400, 409);
  }

  @Test
  void does_not_find_an_unknown_code() {
    assertThat(ProblemType.find("nonsense")).isEmpty();
  }

  @Test
  void matches_the_table_of_the_api_guide() throws IOException {
    assertThat(byStatus(apiGuideRows())).isEqualTo(byStatus(explainedRows()));
  }

  private static Stream<Row> explainedRows() {
    return ProblemType.all().stream()
        .flatMap(type -> type.statuses().stream().map(status -> new Row(status, type.code())));
  }

  private static Stream<Row> apiGuideRows() throws IOException {
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
