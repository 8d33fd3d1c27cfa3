package io.berth.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.Answer;
import io.berth.testing.Client;
import io.berth.testing.Estate;
import java.util.Arrays;
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
  private final Estate estate = Estate.found();

  static Stream<Arguments> allowed() {
    return Attempt.all().flatMap(o -> levels(o, true));
  }

  static Stream<Arguments> forbidden() {
    return Attempt.all().flatMap(o -> levels(o, false));
  }

  static Stream<Attempt> attempts() {
    return Attempt.all();
  }

  private static Stream<Arguments> levels(Attempt attempt, boolean allowed) {
    return Arrays.stream(Level.values())
        .filter(level -> level.covers(attempt.level()) == allowed)
        .map(level -> Arguments.of(level, attempt));
  }

  private static Answer ask(Client client, Attempt attempt, Estate estate) {
    return attempt.send(client, estate.fill(attempt.path()), estate.fill(attempt.body()));
  }

  private static Client key(Level level, Estate estate) {
    return estate.tenant().key(level.toString(), estate.network());
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void lets_do(Level level, Attempt attempt) {
    Estate changed = attempt.reads() ? estate : Estate.found();
    assertThat(ask(key(level, changed), attempt, changed).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void forbids(Level level, Attempt attempt) {
    ask(key(level, estate), attempt, estate).refused(403, "auth_permission_denied");
  }

  @Test
  void changes_nothing_when_it_forbids() {
    String before = estate.everything();
    Client viewer = key(Level.VIEWER, estate);
    Attempt.all().filter(o -> o.level() != Level.VIEWER).forEach(o -> ask(viewer, o, estate));
    assertThat(estate.everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("attempts")
  void needs_a_key(Attempt attempt) {
    ask(estate.owner().with(""), attempt, estate).refused(401, "auth_not_authenticated");
  }
}
