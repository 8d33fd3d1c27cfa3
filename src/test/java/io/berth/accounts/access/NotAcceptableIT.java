package io.berth.accounts.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.Fixture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sends every operation that returns JSON with an Accept header that excludes JSON: 406. */
@TestInstance(Lifecycle.PER_CLASS)
class NotAcceptableIT {
  private static final String EXCLUDED = "*/*, application/json;q=0";

  private final Fixture fixture = Fixture.create();

  static Stream<RequestTemplate> jsonOperations() {
    return RequestTemplate.all().filter(template -> !isCsvExport(template));
  }

  private static boolean isCsvExport(RequestTemplate template) {
    return template.path().contains("/export/csv");
  }

  private void assertNotAcceptable(RequestTemplate template, String accept) {
    template
        .send(
            fixture.owner(),
            fixture.fill(template.path()),
            fixture.fill(template.body()),
            "Accept",
            accept)
        .refused(406, "not_acceptable");
  }

  @ParameterizedTest
  @MethodSource("jsonOperations")
  void refuses_a_client_that_excludes_json(RequestTemplate template) {
    assertNotAcceptable(template, EXCLUDED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json;q=0",
        "application/json; q=0.000",
        "*/*;q=0",
        "application/*;q=0, text/html",
        "application/*;q=0, */*;q=0.5",
        "text/html, application/json;q=0",
        "application/json;charset=utf-8;q=0, */*",
        "application/json;q=0, application/xml"
      })
  void changes_nothing_when_it_refuses(String accept) {
    String before = fixture.everything();
    jsonOperations()
        .filter(template -> !template.isReadOnly())
        .forEach(template -> assertNotAcceptable(template, accept));
    assertThat(fixture.everything()).isEqualTo(before);
  }

  @Test
  void returns_csv_although_json_is_excluded() {
    RequestTemplate.all()
        .filter(NotAcceptableIT::isCsvExport)
        .forEach(
            file ->
                assertThat(
                        file.send(
                                fixture.owner(), fixture.fill(file.path()), "", "Accept", EXCLUDED)
                            .header("Content-Type"))
                    .startsWith("text/csv"));
  }
}
