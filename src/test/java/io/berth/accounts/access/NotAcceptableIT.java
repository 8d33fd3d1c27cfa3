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

/** Every operation whose answer is JSON, asked for by a client that excludes JSON: 406. */
@TestInstance(Lifecycle.PER_CLASS)
class NotAcceptableIT {
  private static final String EXCLUDED = "*/*, application/json;q=0";

  private final Fixture estate = Fixture.create();

  static Stream<RequestTemplate> answeredInJson() {
    return RequestTemplate.all().filter(attempt -> !isFile(attempt));
  }

  private static boolean isFile(RequestTemplate attempt) {
    return attempt.path().contains("/export/csv");
  }

  private void refuse(RequestTemplate attempt, String accept) {
    attempt
        .send(
            estate.owner(),
            estate.fill(attempt.path()),
            estate.fill(attempt.body()),
            "Accept",
            accept)
        .refused(406, "not_acceptable");
  }

  @ParameterizedTest
  @MethodSource("answeredInJson")
  void is_refused(RequestTemplate attempt) {
    refuse(attempt, EXCLUDED);
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
  void changes_nothing(String accept) {
    String before = estate.everything();
    answeredInJson().filter(attempt -> !attempt.reads()).forEach(one -> refuse(one, accept));
    assertThat(estate.everything()).isEqualTo(before);
  }

  @Test
  void concerns_no_file() {
    RequestTemplate.all()
        .filter(NotAcceptableIT::isFile)
        .forEach(
            file ->
                assertThat(
                        file.send(estate.owner(), estate.fill(file.path()), "", "Accept", EXCLUDED)
                            .header("Content-Type"))
                    .startsWith("text/csv"));
  }
}
