package io.berth.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.hosts.Protocol;
import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that no JSON value is coerced to another type. */
class JsonCoercionTest {

  record Parcel(
      String text,
      Integer number,
      Boolean flag,
      UUID id,
      Instant time,
      Protocol word,
      List<String> list,
      Parcel object) {}

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.5", "true", "false", "[]", "[\"a\"]", "{}"})
  void text_accepts_only_strings(String other) {
    assertRefused("text", other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"80\"",
        "\"\"",
        "\" \"",
        "\"null\"",
        "1.9",
        "1.0",
        "1e2",
        "true",
        "[80]",
        "[]",
        "{}",
        "2147483648",
        "-2147483649",
        "4294967376",
        "18446744073709551696"
      })
  void numbers_accept_only_integers_in_range(String other) {
    assertRefused("number", other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "1.0", "\"true\"", "\"True\"", "\"\"", "[true]", "{}"})
  void booleans_accept_only_true_and_false(String other) {
    assertRefused("flag", other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "1.5", "true", "\"\"", "\" \"", "[]", "{}"})
  void ids_accept_only_strings(String other) {
    assertRefused("id", other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1714564800", "1714564800.5", "true", "\"\"", "[2024,5,1]", "{}"})
  void times_accept_only_strings(String other) {
    assertRefused("time", other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "1",
        "\"0\"",
        "\"\"",
        "\" \"",
        "\"TCP\"",
        "\"tcp\"",
        "\" Tcp\"",
        "\"Tcp\\n\"",
        "[]",
        "{}"
      })
  void enums_accept_only_known_names(String other) {
    assertRefused("word", other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\"", "\"\"", "1", "true", "{}", "{\"0\":\"a\"}"})
  void lists_accept_only_arrays(String other) {
    assertRefused("list", other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\"", "\"\"", "\"{}\"", "1", "true", "[]", "[{}]"})
  void objects_accept_only_objects(String other) {
    assertRefused("object", other);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-0, 0", "2147483647, 2147483647", "-2147483648, -2147483648"})
  void reads_integers_in_range(String json, int number) {
    assertThat(JsonRequestBody.of("{\"number\":" + json + "}").as(Parcel.class).number())
        .isEqualTo(number);
  }

  private static void assertRefused(String member, String value) {
    Refusal refusal =
        JsonRequestBody.of("{\"" + member + "\":" + value + "}").refusedAs(Parcel.class);
    assertThat(refusal.reason()).isEqualTo(Reason.INVALID_VALUE);
    assertThat(refusal.params()).containsEntry("path", member);
  }
}
