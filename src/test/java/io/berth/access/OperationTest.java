package io.berth.access;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The README tells the table of levels as it is. */
class OperationTest {

  private static String row(Level level) {
    return Arrays.stream(Operation.values())
        .filter(operation -> operation.level().equals(Optional.of(level)))
        .map(operation -> "`" + operation.id() + "`")
        .collect(joining(" ", "| " + level + " | ", " |"));
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void is_told_by_the_readme(Level level) throws IOException {
    assertThat(Files.readString(Path.of("README.md"))).contains(row(level));
  }

  /** So that all are tried at every level, without a key, and with what is somebody else's. */
  @ParameterizedTest
  @EnumSource(
      value = Operation.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CONSOLIDATE_HOSTS", "GET_VERSION", "GET_HEALTH"})
  void is_attempted(Operation operation) {
    assertThat(Attempt.all()).extracting(Attempt::operation).contains(operation);
  }
}
