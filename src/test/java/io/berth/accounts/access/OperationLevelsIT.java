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
 * Sends every operation at every level and without a key. A refused request must change nothing, so
 * those tests share a fixture.
 */
@TestInstance(Lifecycle.PER_CLASS)
class OperationLevelsIT {
  private final Fixture fixture = Fixture.create();

  static Stream<Arguments> allowed() {
    return RequestTemplate.all().flatMap(o -> levels(o, true));
  }

  static Stream<Arguments> forbidden() {
    return RequestTemplate.all().flatMap(o -> levels(o, false));
  }

  static Stream<RequestTemplate> templates() {
    return RequestTemplate.all();
  }

  private static Stream<Arguments> levels(RequestTemplate template, boolean allowed) {
    return Arrays.stream(Level.values())
        .filter(level -> level.covers(template.level()) == allowed)
        .map(level -> Arguments.of(level, template));
  }

  private static ApiResponse send(ApiClient client, RequestTemplate template, Fixture fixture) {
    return template.send(client, fixture.fill(template.path()), fixture.fill(template.body()));
  }

  private static ApiClient key(Level level, Fixture fixture) {
    return fixture.tenant().key(level.toString(), fixture.network());
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void allows(Level level, RequestTemplate template) {
    Fixture changed = template.isReadOnly() ? fixture : Fixture.create();
    assertThat(send(key(level, changed), template, changed).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void refuses(Level level, RequestTemplate template) {
    send(key(level, fixture), template, fixture).refused(403, "auth_permission_denied");
  }

  @Test
  void changes_nothing_when_it_refuses() {
    String before = fixture.everything();
    ApiClient viewer = key(Level.VIEWER, fixture);
    RequestTemplate.all()
        .filter(o -> o.level() != Level.VIEWER)
        .forEach(o -> send(viewer, o, fixture));
    assertThat(fixture.everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void requires_a_key(RequestTemplate template) {
    send(fixture.owner().with(""), template, fixture).refused(401, "auth_not_authenticated");
  }
}
