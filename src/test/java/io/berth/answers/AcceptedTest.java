package io.berth.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of two forms a client likes better. */
class AcceptedTest {

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
  void weighs_by_the_range_that_fits_best(String header, double weight) {
    assertThat(Accepted.of(List.of(header)).weight("application/json")).isEqualTo(weight);
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
  void wants_problems_only_if_they_are_named_and_liked_as_much(String header, boolean wanted) {
    assertThat(Problem.isWanted(Accepted.of(List.of(header)))).isEqualTo(wanted);
  }

  @Test
  void takes_the_occurrences_of_a_header_together() {
    assertThat(Accepted.of(List.of("text/html", "application/json")).weight("application/json"))
        .isEqualTo(1);
  }
}
