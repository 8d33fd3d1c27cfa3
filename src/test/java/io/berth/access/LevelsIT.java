package io.berth.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.Answer;
import io.berth.testing.Client;
import io.berth.testing.Estate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation, asked for at every level and without a key. What is refused changes nothing, so
 * those tests share an estate.
 */
@TestInstance(Lifecycle.PER_CLASS)
class LevelsIT {
  private static final List<String> LEVELS = List.of("Viewer", "Member", "Admin", "Owner");

  private final Estate estate = Estate.found();

  static Stream<Arguments> allowed() {
    return Operation.all().flatMap(o -> levels(o, true));
  }

  static Stream<Arguments> forbidden() {
    return Operation.all().flatMap(o -> levels(o, false));
  }

  static Stream<Operation> operations() {
    return Operation.all();
  }

  private static Stream<Arguments> levels(Operation operation, boolean allowed) {
    int least = LEVELS.indexOf(operation.level());
    return LEVELS.stream()
        .filter(level -> LEVELS.indexOf(level) >= least == allowed)
        .map(level -> Arguments.of(level, operation));
  }

  private static Answer ask(Client client, Operation operation, Estate estate) {
    return operation.send(client, estate.fill(operation.path()), estate.fill(operation.body()));
  }

  private static Client key(String level, Estate estate) {
    return estate.tenant().key(level, estate.network());
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void lets_do(String level, Operation operation) {
    Estate changed = operation.reads() ? estate : Estate.found();
    assertThat(ask(key(level, changed), operation, changed).data()).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void forbids(String level, Operation operation) {
    ask(key(level, estate), operation, estate).refused(403, "auth_permission_denied");
  }

  @Test
  void changes_nothing_when_it_forbids() {
    String before = estate.everything();
    Client viewer = key("Viewer", estate);
    Operation.all().filter(o -> !o.level().equals("Viewer")).forEach(o -> ask(viewer, o, estate));
    assertThat(estate.everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void needs_a_key(Operation operation) {
    ask(estate.owner().with(""), operation, estate).refused(401, "auth_not_authenticated");
  }
}
