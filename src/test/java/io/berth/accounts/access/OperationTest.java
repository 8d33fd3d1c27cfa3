package io.berth.accounts.access;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The API guide has the same table of levels. */
class OperationTest {

  private static String row(Level level) {
    return Arrays.stream(Operation.values())
        .filter(operation -> operation.level().equals(Optional.of(level)))
        .map(operation -> "`" + operation.id() + "`")
        .collect(joining(" ", "| " + level + " | ", " |"));
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void matches_the_table_in_the_api_guide(Level level) throws IOException {
    assertThat(Files.readString(Path.of("src/examples/README.md"))).contains(row(level));
  }

  static Stream<Operation> operationsWithLevel() {
    return Arrays.stream(Operation.values()).filter(o -> o.level().isPresent());
  }

  /** The templates are the input of {@link OperationLevelsIT} and {@link TenantIsolationIT}. */
  @ParameterizedTest
  @MethodSource("operationsWithLevel")
  void has_a_request_template(Operation operation) {
    assertThat(RequestTemplate.all()).extracting(RequestTemplate::operation).contains(operation);
  }
}
