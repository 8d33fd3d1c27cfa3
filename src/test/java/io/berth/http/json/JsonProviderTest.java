package io.berth.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which bodies are accepted as JSON documents. */
class JsonProviderTest {

  record Parcel(String name, Integer weight, List<String> stamps, Parcel within) {}

  @Test
  void reads_members_in_snake_case() {
    record Label(String streetName) {}
    assertThat(JsonRequestBody.of("{\"street_name\":\"Quay\"}").as(Label.class))
        .isEqualTo(new Label("Quay"));
  }

  @Test
  void ignores_members_in_camel_case() {
    record Label(String streetName) {}
    assertThat(JsonRequestBody.of("{\"streetName\":\"Quay\"}").as(Label.class))
        .isEqualTo(new Label(null));
  }

  @Test
  void writes_members_in_snake_case() throws Exception {
    record Label(String streetName) {}
    assertThat(JsonProvider.MAPPER.writeValueAsString(new Label("Quay")))
        .isEqualTo("{\"street_name\":\"Quay\"}");
  }

  @Test
  void writes_null_members() throws Exception {
    record Label(String streetName) {}
    assertThat(JsonProvider.MAPPER.writeValueAsString(new Label(null)))
        .isEqualTo("{\"street_name\":null}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "1e400",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "[1,{\"name\":[true]},\"x\"]",
        "{\"name\":{\"name\":7}}",
        "123456789012345678901234567890"
      })
  void ignores_unknown_members_with_any_value(String odd) {
    JsonRequestBody body = JsonRequestBody.of("{\"odd\":" + odd + ",\"name\":\"x\"}");
    assertThat(body.as(Parcel.class)).isEqualTo(new Parcel("x", null, null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"name\":}",
        "{\"name\":\"x\",}",
        "{name:\"x\"}",
        "{'name':'x'}",
        "{\"name\":\"x\"}}",
        "{\"name\":\"x\"} x",
        "{\"name\":\"x\"}{\"name\":\"y\"}",
        "{\"name\":\"x\"} // said",
        "/* said */ {\"name\":\"x\"}",
        "{\"name\":\"x\ny\"}",
        "{\"name\":\"\\x\"}",
        "{\"name\":\"\\u00g0\"}",
        "{\"weight\":007}",
        "{\"weight\":+7}",
        "{\"weight\":7.}",
        "{\"weight\":.7}",
        "{\"weight\":NaN}",
        "{\"weight\":Infinity}",
        "{\"weight\":0x7}"
      })
  void refuses_malformed_documents(String text) {
    Refusal refusal = JsonRequestBody.of(text).refusedAs(Parcel.class);
    assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED_JSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"x\",\"name\":\"x\"}",
        "{\"odd\":1,\"odd\":1}",
        "{\"name\":\"x\",\"\\u006eame\":\"y\"}",
        "{\"within\":{\"name\":\"x\",\"name\":\"y\"}}",
        "{\"odd\":{\"name\":\"x\",\"name\":\"y\"}}"
      })
  void refuses_duplicate_members(String text) {
    Refusal refusal = JsonRequestBody.of(text).refusedAs(Parcel.class);
    assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED_JSON);
  }

  @Test
  void accepts_the_same_member_in_two_objects() {
    Parcel parcel =
        JsonRequestBody.of("{\"name\":\"x\",\"within\":{\"name\":\"y\"}}").as(Parcel.class);
    assertThat(parcel.within().name()).isEqualTo("y");
  }

  @Test
  void accepts_50_levels() {
    JsonRequestBody body =
        JsonRequestBody.of("{\"odd\":" + "[".repeat(49) + "]".repeat(49) + ",\"name\":\"x\"}");
    assertThat(body.as(Parcel.class).name()).isEqualTo("x");
  }

  @Test
  void refuses_51_levels() {
    JsonRequestBody body =
        JsonRequestBody.of("{\"odd\":" + "[".repeat(50) + "]".repeat(50) + ",\"name\":\"x\"}");
    assertThat(body.refusedAs(Parcel.class).reason()).isEqualTo(Reason.MALFORMED_JSON);
  }

  @Test
  void refuses_51_levels_of_known_members() {
    JsonRequestBody body = JsonRequestBody.of("{\"within\":".repeat(51) + "{}" + "}".repeat(51));
    assertThat(body.refusedAs(Parcel.class).reason()).isEqualTo(Reason.MALFORMED_JSON);
  }

  @Test
  void refuses_a_depth_of_a_million() {
    JsonRequestBody body = JsonRequestBody.of("[".repeat(1_000_000));
    assertThat(body.refusedAs(Parcel.class).reason()).isEqualTo(Reason.INVALID_VALUE);
  }

  @Test
  void refuses_a_number_of_a_million_digits() {
    JsonRequestBody body = JsonRequestBody.of("{\"weight\":" + "9".repeat(1_000_000) + "}");
    assertThat(body.refusedAs(Parcel.class).reason()).isEqualTo(Reason.MALFORMED_JSON);
  }

  @Test
  void refuses_invalid_utf_8() {
    JsonRequestBody body = JsonRequestBody.of((byte) '"', (byte) 0xC3, (byte) 0x28, (byte) '"');
    assertThat(body.refusedAs(String.class).reason()).isEqualTo(Reason.MALFORMED_JSON);
  }

  @Test
  void refuses_null_as_the_document() {
    Refusal refusal = JsonRequestBody.of("null").refusedAs(Parcel.class);
    assertThat(refusal.reason()).isEqualTo(Reason.INVALID_VALUE);
  }

  @Test
  void reports_the_path_of_a_value_of_the_wrong_type() {
    Refusal refusal =
        JsonRequestBody.of("{\"within\":{\"stamps\":[\"a\",7]}}").refusedAs(Parcel.class);
    assertThat(refusal.params()).containsEntry("path", "within.stamps[1]");
  }
}
