package io.berth.accounts.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.Fixture;
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
  private final Fixture estate = Fixture.create();

  static Stream<Arguments> allowed() {
    return RequestTemplate.all().flatMap(o -> levels(o, true));
  }

  static Stream<Arguments> forbidden() {
    return RequestTemplate.all().flatMap(o -> levels(o, false));
  }

  static Stream<RequestTemplate> attempts() {
    return RequestTemplate.all();
  }

  private static Stream<Arguments> levels(RequestTemplate attempt, boolean allowed) {
    return Arrays.stream(Level.values())
        .filter(level -> level.covers(attempt.level()) == allowed)
        .map(level -> Arguments.of(level, attempt));
  }

  private static ApiResponse ask(ApiClient client, RequestTemplate attempt, Fixture estate) {
    return attempt.send(client, estate.fill(attempt.path()), estate.fill(attempt.body()));
  }

  private static ApiClient key(Level level, Fixture estate) {
    return estate.tenant().key(level.toString(), estate.network());
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void lets_do(Level level, RequestTemplate attempt) {
    Fixture changed = attempt.reads() ? estate : Fixture.create();
    assertThat(ask(key(level, changed), attempt, changed).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void forbids(Level level, RequestTemplate attempt) {
    ask(key(level, estate), attempt, estate).refused(403, "auth_permission_denied");
  }

  @Test
  void changes_nothing_when_it_forbids() {
    String before = estate.everything();
    ApiClient viewer = key(Level.VIEWER, estate);
    RequestTemplate.all()
        .filter(o -> o.level() != Level.VIEWER)
        .forEach(o -> ask(viewer, o, estate));
    assertThat(estate.everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("attempts")
  void needs_a_key(RequestTemplate attempt) {
    ask(estate.owner().with(""), attempt, estate).refused(401, "auth_not_authenticated");
  }
}
