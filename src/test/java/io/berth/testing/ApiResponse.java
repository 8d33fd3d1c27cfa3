package io.berth.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** A response of the API, with assertions on its envelope. */
public record ApiResponse(int status, HttpHeaders headers, String text) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public JsonNode json() {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException malformed) {
      throw new AssertionError("No JSON: " + text, malformed);
    }
  }

  /** The member {@code data} of a success; fails if the response is not a success. */
  public JsonNode data() {
    assertThat(status).as(text).isEqualTo(200);
    assertThat(json().path("success").asBoolean()).as(text).isTrue();
    return json().get("data");
  }

  public String id() {
    return data().get("id").asText();
  }

  /** The ids of the listed items, in order. */
  public List<String> ids() {
    return texts("id");
  }

  /** One member of each listed item, in order. */
  public List<String> texts(String member) {
    return StreamSupport.stream(data().spliterator(), false)
        .map(item -> item.get(member).asText())
        .toList();
  }

  public Set<String> members() {
    return names(data());
  }

  /** The sorted names of an object's members. */
  public static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  public String text(String member) {
    return data().path(member).asText();
  }

  /** The pagination block of a list. */
  public JsonNode pagination() {
    data();
    return json().at("/meta/pagination");
  }

  /** The path of the member or parameter that was refused. */
  public String at() {
    JsonNode params = json().path("params");
    return params.has("path")
        ? params.get("path").asText()
        : params.at("/violations/0/path").asText();
  }

  /** Fails unless it is an error of this status and code that refers to this member. */
  public void refusedAt(String member, int expectedStatus, String expectedCode) {
    refused(expectedStatus, expectedCode);
    assertThat(at()).as(text).isEqualTo(member);
  }

  /** A header, or an empty text. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  public String code() {
    return json().path("code").asText();
  }

  /** A member of the error's {@code params}. */
  public String param(String name) {
    return json().path("params").path(name).asText();
  }

  /** Fails unless it is an error of this status and code in the error envelope. */
  public ApiResponse refused(int expectedStatus, String expectedCode) {
    assertThat(status).as(text).isEqualTo(expectedStatus);
    assertThat(code()).as(text).isEqualTo(expectedCode);
    assertThat(json().path("success").asBoolean(true)).as(text).isFalse();
    assertThat(json().path("error").asText()).as(text).isNotEmpty();
    assertThat(json().has("data")).as(text).isFalse();
    assertThat(json().path("meta").path("api_version").asInt()).as(text).isEqualTo(1);
    return this;
  }
}
