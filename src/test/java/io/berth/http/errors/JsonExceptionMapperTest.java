package io.berth.http.errors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.berth.hosts.Protocol;
import io.berth.http.json.JsonRequestBody;
import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the messages about malformed bodies: the error, its position and the expected value. */
class JsonExceptionMapperTest {

  record Parcel(
      String text,
      Integer number,
      Long size,
      Boolean flag,
      UUID id,
      Instant time,
      Protocol word,
      List<Integer> list,
      Parcel object,
      Kind kind) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Kind.Big.class, name = "Big"),
    @JsonSubTypes.Type(value = Kind.Small.class, name = "Small")
  })
  interface Kind {
    record Big(int number) implements Kind {}

    record Small() implements Kind {}
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'text':1}|text must be a string.",
        "{'text':'\\u0000'}|text must not contain U+0000 or an unpaired surrogate.",
        "{'number':'80'}|number must be a whole number from -2147483648 to 2147483647, without quotes.",
        "{'number':1.5}|number must be a whole number from -2147483648 to 2147483647, without quotes.",
        "{'number':4294967376}|number must be a whole number from -2147483648 to 2147483647, without quotes.",
        "{'size':'1'}|size must be a whole number from -9223372036854775808 to 9223372036854775807, without quotes.",
        "{'flag':'true'}|flag must be true or false.",
        "{'id':'1'}|id must be a UUID in quotes, such as \"01a20e1f-44d5-7648-80c0-f30a359a78fd\".",
        "{'time':'now'}|time must be an RFC 3339 time from 1970 to 9999, such as \"2026-01-31T12:00:00Z\".",
        "{'word':'TCP'}|word must be one of Tcp, Udp.",
        "{'word':' Tcp'}|word must be one of Tcp, Udp.",
        "{'word':7}|word must be one of Tcp, Udp.",
        "{'list':{}}|list must be an array.",
        "{'list':[1,'2']}|list[1] must be a whole number from -2147483648 to 2147483647, without quotes.",
        "{'object':[]}|object must be an object.",
        "{'object':{'object':{'word':'x'}}}|object.object.word must be one of Tcp, Udp.",
        "{'kind':{'type':'Huge'}}|kind.type must be one of Big, Small.",
        "{'kind':{}}|kind.type is missing. It must be one of Big, Small.",
        "{'kind':{'type':'Big','number':'1'}}|kind.number must be a whole number from -2147483648 to 2147483647, without quotes.",
        "[]|The body must be an object.",
        "7|The body must be an object."
      })
  void reports_the_expected_type_of_a_member(String body, String message) {
    assertThat(JsonRequestBody.of(body.replace('\'', '"')).refusedAs(Parcel.class))
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'text'|The JSON document is incomplete, at line 1, column 8.",
        "{'text':'a',}|The body is not well-formed JSON, at line 1, column 13.",
        "{'text':'a','text':'b'}|The member 'text' occurs twice, at line 1, column 19.",
        "{} x|The body is not well-formed JSON, at line 1, column 4.",
        "{} {}|The body contains more text after the JSON document, at line 1, column 4."
      })
  void reports_the_position_of_a_syntax_error(String body, String message) {
    assertThat(JsonRequestBody.of(body.replace('\'', '"')).refusedAs(Parcel.class))
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'text':'caf\u00e9'}|1|13",
        "{'text':'caf\u00e9 au lait'}|1|13",
        "{'unknown':'caf\u00e9'}|1|16",
        "{'caf\u00e9':1}|1|6",
        "{'object':{'text':'\u00fcber'}}|1|20",
        "{'text':'\u0093quoted\u0094'}|1|10",
        "{'text':'\u00c3\u00a9\u00e9'}|1|11",
        "{'text':'a',~ 'number':\u00e9}|2|11",
        "\u00e9\u00e9|1|1",
        "{'text':'\u00c1\u0081'}|1|10",
        "{'text':'\u00e0\u0081\u0081'}|1|10",
        "{'text':'\u00ed\u00a0\u0080'}|1|10",
        "{'text':'\u00f4\u0090\u0080\u0080'}|1|10"
      })
  void reports_the_position_of_an_invalid_utf_8_byte(String bytes, int line, int column) {
    byte[] body = bytes.replace('\'', '"').replace('~', '\n').getBytes(StandardCharsets.ISO_8859_1);
    Refusal refusal = JsonRequestBody.of(body).refusedAs(Parcel.class);
    assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED_JSON);
    assertThat(refusal)
        .hasMessage(
            "The body is not encoded in UTF-8 (RFC 8259), at line %d, column %d.", line, column);
    assertThat(refusal.params()).isEqualTo(Map.of("line", line, "column", column));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u007f\u0080\u07ff", "\u0800\ud7ff\ue000\uffff", "\ud800\udc00\udbff\udfff"})
  void reads_utf_8_sequences_of_every_length(String text) {
    assertThat(JsonRequestBody.of("{\"text\":\"" + text + "\"}").as(Parcel.class).text())
        .isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE"})
  void refuses_other_unicode_encodings(String charset) {
    byte[] bytes = "{\"text\":\"a\"}".getBytes(Charset.forName(charset));
    Refusal refusal = JsonRequestBody.of(bytes).refusedAs(Parcel.class);
    assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED_JSON);
    assertThat(refusal).hasMessageStartingWith("The body is not encoded in UTF-8 (RFC 8259)");
  }

  @Test
  void skips_a_byte_order_mark() {
    assertThat(JsonRequestBody.of("\ufeff{\"text\":\"a\"}").as(Parcel.class).text()).isEqualTo("a");
  }

  @Test
  void reports_the_position_as_parameters() {
    Refusal refusal =
        JsonRequestBody.of("{\n  \"text\": \"a\",\n  nonsense\n}").refusedAs(Parcel.class);
    assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED_JSON);
    assertThat(refusal.params()).isEqualTo(Map.of("line", 3, "column", 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        "{\"text\":nul}",
        "{\"text\":\"\u0001\"}",
        "{\"number\":01}",
        "{\"number\":NaN}",
        "{\"x\":[}",
        "{\"object\":\"\"}",
        "{\"kind\":[1]}",
        "{\"kind\":null,\"list\":[null,[]]}"
      })
  void reveals_no_internals_in_messages(String body) {
    assertThat(JsonRequestBody.of(body).refusedAs(Parcel.class).getMessage())
        .doesNotContain("com.", "java", "io.berth", "Parcel", "Stream", "Feature", "token");
  }
}
