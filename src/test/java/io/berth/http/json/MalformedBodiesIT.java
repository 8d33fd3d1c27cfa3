package io.berth.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.Sql;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that malformed bodies and bodies of the wrong type are refused and store nothing. */
class MalformedBodiesIT {
  private final TestNetwork network = TestTenant.create().network();
  private final ApiClient client = network.client().overHttp1();

  private ApiResponse post(String body) {
    return client.post("/hosts", body.replace("NET", network.id()));
  }

  private ApiResponse post(byte[] body) {
    return client.send(
        "POST",
        "/hosts",
        BodyPublishers.ofByteArray(body),
        List.of("Content-Type", "application/json"));
  }

  private long hosts() {
    return Sql.number(
        "select count(*) from host where network_id = ?", UUID.fromString(network.id()));
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        arguments("broken", "{\"name\":"),
        arguments("an open object", "{"),
        arguments("no quotes", "{name:\"h\",\"network_id\":\"NET\"}"),
        arguments("single quotes", "{'name':'h','network_id':'NET'}"),
        arguments("a trailing comma", "{\"name\":\"h\",\"network_id\":\"NET\",}"),
        arguments("a comment", "{\"name\":\"h\",/**/\"network_id\":\"NET\"}"),
        arguments("text after it", "{\"name\":\"h\",\"network_id\":\"NET\"} x"),
        arguments("a second document", "{\"name\":\"h\",\"network_id\":\"NET\"}{}"),
        arguments("a member twice", "{\"name\":\"h\",\"name\":\"h\",\"network_id\":\"NET\"}"),
        arguments(
            "an unknown one twice", "{\"x\":1,\"x\":1,\"name\":\"h\",\"network_id\":\"NET\"}"),
        arguments("NaN", "{\"name\":\"h\",\"network_id\":\"NET\",\"x\":NaN}"),
        arguments("a zero first", "{\"name\":\"h\",\"network_id\":\"NET\",\"x\":01}"),
        arguments("a line break in a text", "{\"name\":\"h\n\",\"network_id\":\"NET\"}"),
        arguments("a deep member", "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"),
        arguments("deep objects", "{\"x\":".repeat(100_000)),
        arguments("spaces", "   "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void refuses_malformed_json(String kind, String body) {
    post(body).refused(400, "malformed_json");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void stores_nothing_from_malformed_json(String kind, String body) {
    post(body);
    assertThat(hosts()).isZero();
  }

  @Test
  void refuses_an_empty_body() {
    post("").refused(400, "malformed_json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "[{}]", "[", "\"text\"", "1", "true"})
  void refuses_other_values_than_an_object(String body) {
    post(body).refused(400, "invalid_value");
  }

  @Test
  void refuses_deep_arrays() {
    assertThat(post("[".repeat(100_000)).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "\"text\"", "1", "[1]", "[\"x\"]", "[[]]", "[{}]"})
  void refuses_other_values_than_an_array_of_ids(String body) {
    client.post("/hosts/bulk-delete", body).refused(400, "invalid_value");
  }

  @Test
  void refuses_invalid_utf_8() {
    byte[] body = ("{\"name\":\"?\",\"network_id\":\"" + network.id() + "\"}").getBytes();
    body[9] = (byte) 0xff;
    assertThat(post(body).refused(400, "malformed_json").text()).contains("UTF-8", "column");
    assertThat(hosts()).isZero();
  }

  /** JSON has no charset (RFC 8259, 11): the charset of the media type is ignored. */
  @ParameterizedTest
  @ValueSource(strings = {"iso-8859-1", "utf-16", "windows-1252", "nonsense"})
  void reads_utf_8_whatever_the_charset(String charset) {
    String json = "{\"name\":\"caf\u00e9\",\"network_id\":\"" + network.id() + "\"}";
    assertThat(post(json.getBytes(StandardCharsets.UTF_8), charset).text("name"))
        .isEqualTo("caf\u00e9");
    assertThat(
            post(json.getBytes(StandardCharsets.ISO_8859_1), charset)
                .refused(400, "malformed_json")
                .text())
        .contains("UTF-8");
    post(json.getBytes(StandardCharsets.UTF_16), charset).refused(400, "malformed_json");
    assertThat(hosts()).isEqualTo(1);
  }

  private ApiResponse post(byte[] body, String charset) {
    return client.send(
        "POST",
        "/hosts",
        BodyPublishers.ofByteArray(body),
        List.of("Content-Type", "application/json; charset=" + charset));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\u0000b", "\\ud83d", "\\ude00\\ud83d"})
  void refuses_text_that_cannot_be_stored(String name) {
    post("{\"name\":\"" + name + "\",\"network_id\":\"NET\"}").refused(400, "invalid_value");
  }

  @Test
  void reads_an_escaped_surrogate_pair() {
    assertThat(post("{\"name\":\"\\ud83d\\ude00\",\"network_id\":\"NET\"}").text("name"))
        .isEqualTo("\ud83d\ude00");
  }

  @Test
  void ignores_an_unknown_member_with_a_long_name() {
    String member = "x".repeat(5000);
    post("{\"" + member + "\":1,\"name\":\"h\",\"network_id\":\"NET\"}").data();
    assertThat(hosts()).isEqualTo(1);
  }

  @Test
  void refuses_a_number_of_5000_digits() {
    String body =
        "{\"host_id\":\"NET\",\"network_id\":\"NET\",\"protocol\":\"Tcp\",\"number\":"
            + "9".repeat(5000)
            + "}";
    ApiResponse response = client.post("/ports", body.replace("NET", network.id()));
    assertThat(response.code()).as(response.text()).isIn("malformed_json", "invalid_value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"name\":1}", "{\"name\":[]}", "{\"name\":{}}", "{\"name\":true}"})
  void reports_the_path_of_a_member_of_the_wrong_type(String body) {
    assertThat(post(body).refused(400, "invalid_value").at()).isEqualTo("name");
  }

  @Test
  void reports_the_path_of_an_item_of_the_wrong_type() {
    String body = "{\"name\":\"h\",\"network_id\":\"NET\",\"tags\":[\"NET\",\"x\"]}";
    assertThat(post(body).refused(400, "invalid_value").at()).isEqualTo("tags[1]");
  }
}
