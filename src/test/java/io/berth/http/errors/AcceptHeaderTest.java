package io.berth.http.errors;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.berth.http.filters.ContentNegotiationFilter;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the weights of media types in the header Accept. */
class AcceptHeaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json|1",
        "Application/JSON|1",
        "application/json;charset=utf-8;q=0.3|0.3",
        "application/json ; Q=0.3|0.3",
        "application/json;q=0|0",
        "application/json;q=0.000|0",
        "application/json;q=1.000|1",
        "text/html,application/json;q=0.9|0.9",
        "*/*;q=0.2|0.2",
        "*|1",
        "application/*;q=0.5,*/*;q=0.2|0.5",
        "*/*,application/*;q=0.5,application/json;q=0.1|0.1",
        "text/html|0",
        "application/*+json|0",
        "application/json;q=nonsense|1",
        ",;,,|0",
        "''|0"
      })
  void weighs_by_the_most_specific_range(String header, double weight) {
    assertThat(AcceptHeader.of(List.of(header)).weight("application/json")).isEqualTo(weight);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/problem+json|true",
        "application/json, application/problem+json|true",
        "application/problem+json, application/json;q=0.9|true",
        "application/problem+json;q=0.5, application/json|false",
        "application/problem+json;q=0.5, */*|false",
        "application/problem+json;q=0|false",
        "application/json|false",
        "*/*|false",
        "application/*|false",
        "''|false"
      })
  void prefers_problems_only_if_named_with_at_least_the_weight_of_json(
      String header, boolean wanted) {
    assertThat(ProblemDetails.isWanted(AcceptHeader.of(List.of(header)))).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json;q=0|true",
        "application/json;q=0, */*|true",
        "*/*;q=0|true",
        "application/*;q=0, text/html|true",
        "application/*;q=0, application/json|false",
        "application/json;version=2;q=0, application/json|false",
        "application/json, application/json;version=2;q=0|false",
        "text/html;q=0|false",
        "text/html|false",
        "application/json;q=0.001|false",
        "''|false"
      })
  void distinguishes_excluded_from_absent_types(String header, boolean excluded) {
    assertThat(AcceptHeader.of(List.of(header)).excludes("application/json")).isEqualTo(excluded);
  }

  /** The filter that removes excluded types must know all produced types. */
  @Test
  void produced_types_include_those_of_all_resources() {
    List<String> produced =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.berth")
                .stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .map(JavaClass::reflect)
                .flatMap(AcceptHeaderTest::produced)
                .map(type -> type.replaceFirst(";.*", ""))
                .distinct()
                .toList();
    assertThat(produced)
        .contains(MediaType.WILDCARD)
        .filteredOn(type -> !type.equals(MediaType.WILDCARD))
        .containsExactlyInAnyOrderElementsOf(ContentNegotiationFilter.PRODUCED);
  }

  private static Stream<String> produced(Class<?> resource) {
    return Stream.concat(Stream.of(resource), Arrays.stream(resource.getDeclaredMethods()))
        .map(element -> element.getAnnotation(Produces.class))
        .filter(Objects::nonNull)
        .flatMap(produces -> Arrays.stream(produces.value()));
  }

  @Test
  void combines_all_occurrences_of_a_header() {
    assertThat(AcceptHeader.of(List.of("text/html", "application/json")).weight("application/json"))
        .isEqualTo(1);
  }
}
