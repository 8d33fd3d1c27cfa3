package io.berth.accounts.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.Fixture;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What needs a body and gets neither one nor its type is told so. */
@TestInstance(Lifecycle.PER_CLASS)
class NoBodyIT {
  private final Fixture estate = Fixture.create();

  static Stream<RequestTemplate> attempts() {
    return RequestTemplate.all().filter(attempt -> !attempt.body().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("attempts")
  void is_refused(RequestTemplate attempt) {
    String before = estate.everything();
    attempt.send(estate.owner(), estate.fill(attempt.path()), "").refused(400, "missing_field");
    assertThat(estate.everything()).isEqualTo(before);
  }
}
