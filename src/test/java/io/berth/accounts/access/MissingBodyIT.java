package io.berth.accounts.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.Fixture;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Operations that require a body, without a body and without a content type. */
@TestInstance(Lifecycle.PER_CLASS)
class MissingBodyIT {
  private final Fixture fixture = Fixture.create();

  static Stream<RequestTemplate> templates() {
    return RequestTemplate.all().filter(template -> !template.body().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("templates")
  void refuses_a_missing_body(RequestTemplate template) {
    String before = fixture.everything();
    template.send(fixture.owner(), fixture.fill(template.path()), "").refused(400, "missing_field");
    assertThat(fixture.everything()).isEqualTo(before);
  }
}
