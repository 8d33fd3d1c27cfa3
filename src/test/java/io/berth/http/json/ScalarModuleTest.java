package io.berth.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.refusals.Reason;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the formats of text, ids and times. */
class ScalarModuleTest {
  private static final String ID = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";

  @ParameterizedTest
  @ValueSource(
      strings = {"\\u0000", "a\\u0000b", "\\ud83d", "\\ude00", "\\ude00\\ud83d", "a\\udfff"})
  void refuses_text_that_not_every_database_can_store(String escaped) {
    assertThat(JsonRequestBody.of("\"" + escaped + "\"").refusedAs(String.class).reason())
        .isEqualTo(Reason.INVALID_VALUE);
  }

  @ParameterizedTest
  @CsvSource({
    "\\ud83d\\ude00, 😀",
    "😀, 😀",
    "\\u00e9, é",
    "'', ''",
    "' ', ' '",
    "\\u0007, '\u0007'"
  })
  void reads_other_text_unchanged(String json, String text) {
    assertThat(JsonRequestBody.of("\"" + json + "\"").as(String.class)).isEqualTo(text);
  }

  @Test
  void reads_an_id() {
    assertThat(JsonRequestBody.of("\"" + ID + "\"").as(UUID.class)).hasToString(ID);
  }

  @Test
  void reads_an_id_in_upper_case() {
    assertThat(JsonRequestBody.of("\"" + ID.toUpperCase() + "\"").as(UUID.class)).hasToString(ID);
  }

  @Test
  void writes_an_id_in_lower_case() throws Exception {
    UUID id = UUID.fromString(ID.toUpperCase());
    assertThat(JsonProvider.MAPPER.writeValueAsString(id)).isEqualTo("\"" + ID + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0190a1b2c3d47e5f8a9b0c1d2e3f4a5b",
        "{0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b}",
        "urn:uuid:0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
        "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5",
        "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b0",
        "0190a1b2-c3d4-7e5f-8a9b0-c1d2e3f4a5b",
        "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5g",
        " 0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
        "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b\\n",
        "1-1-1-1-1",
        "AZChssPUfl+KmwwdLj9KWw=="
      })
  void refuses_ids_in_other_formats(String text) {
    assertThat(JsonRequestBody.of("\"" + text + "\"").refusedAs(UUID.class).reason())
        .isEqualTo(Reason.INVALID_VALUE);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-05-01T12:00:00Z, 2024-05-01T12:00:00Z",
    "2024-05-01T12:00:00+02:00, 2024-05-01T10:00:00Z",
    "2024-05-01t12:00:00z, 2024-05-01T12:00:00Z",
    "2024-05-01T12:00:00-00:00, 2024-05-01T12:00:00Z",
    "2024-05-01T00:30:00-01:30, 2024-05-01T02:00:00Z",
    "2024-05-01T12:00:00.5Z, 2024-05-01T12:00:00.500Z",
    "2024-05-01T12:00:00.123456Z, 2024-05-01T12:00:00.123456Z",
    "2024-05-01T12:00:00.123456789Z, 2024-05-01T12:00:00.123456Z",
    "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z",
    "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999Z"
  })
  void writes_times_in_utc_and_microseconds(String sent, String written) throws Exception {
    Instant read = JsonRequestBody.of("\"" + sent + "\"").as(Instant.class);
    assertThat(JsonProvider.MAPPER.writeValueAsString(read)).isEqualTo("\"" + written + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-05-01",
        "2024-05-01T12:00Z",
        "2024-05-01T12:00+02:00",
        "2024-05-01T12:00:00.Z",
        "2024-05-01T12:00:00,5Z",
        "2024-05-01T12:00:00+02",
        "2024-05-01T12:00:00+0200",
        "2024-05-01T12:00:00+02:00:30",
        "2024-05-01T12:00:00\u22122:00",
        "2024-05-01T12:00:00+02:60",
        "2024-05-01T24:00:00Z",
        "20240501T120000Z",
        "2024-W18-3T12:00:00Z",
        "\u0662\u0660\u0662\u0664-05-01T12:00:00Z",
        "2024-05-01T12:00:60Z",
        "2024-05-01T12:00:00",
        "2024-05-01 12:00:00Z",
        "2024-05-01T12:00:00 Z",
        "2024-05-01T12:00:00[UTC]",
        "2024-05-01T12:00:00+02:00[Europe/Berlin]",
        "2024-05-01T24:00:00Z",
        "2024-05-01T12:60:00Z",
        "2024-05-01T12:00:61Z",
        "2023-02-29T12:00:00Z",
        "2024-13-01T12:00:00Z",
        "2024-05-01T12:00:00.1234567890Z",
        "2024-05-01T12:00:00+19:00",
        "24-05-01T12:00:00Z",
        "+12024-05-01T12:00:00Z",
        "-2024-05-01T12:00:00Z",
        "0000-01-01T00:00:00Z",
        "1969-12-31T23:59:59Z",
        "1970-01-01T00:00:00+01:00",
        "9999-12-31T23:59:59-01:00",
        "1714564800",
        "now"
      })
  void refuses_times_in_other_formats_or_out_of_range(String text) {
    assertThat(JsonRequestBody.of("\"" + text + "\"").refusedAs(Instant.class).reason())
        .isEqualTo(Reason.INVALID_VALUE);
  }
}
