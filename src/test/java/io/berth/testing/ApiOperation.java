package io.berth.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** An operation of the OpenAPI document: what it takes, and what may come of it. */
public final class ApiOperation {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

  private final OpenApi document;
  private final String path;
  private final String method;
  private final String pointer;
  private final JsonNode operation;
  private final Pattern pattern;

  ApiOperation(OpenApi document, String path, String method) {
    this.document = document;
    this.path = path;
    this.method = method.toUpperCase(Locale.ROOT);
    this.pointer = "/paths/" + path.replace("/", "~1") + "/" + method;
    this.operation = document.json().at(pointer);
    String literal = "\\Q" + PARAMETER.matcher(path).replaceAll("\\\\E[^/]+\\\\Q") + "\\E";
    this.pattern = Pattern.compile(literal + "/?");
  }

  /** Its path, as a template. */
  public String path() {
    return path;
  }

  /** Its method. */
  public String method() {
    return method;
  }

  /** What is said of it. */
  public JsonNode json() {
    return operation;
  }

  /** The name by which clients call it; empty if it has none. */
  public String id() {
    return operation.path("operationId").asText();
  }

  /** How many parts of its path are open. */
  int parameters() {
    return (int) PARAMETER.matcher(path).results().count();
  }

  boolean matches(String asked, String askedPath) {
    boolean same = method.equals(asked) || method.equals("GET") && asked.equals("HEAD");
    return same && pattern.matcher(askedPath).matches();
  }

  /** Fails if the answer is none of those promised, or the request none of those that it takes. */
  void check(HttpRequest request, ApiResponse answer) {
    String what = "an answer to " + request.method() + " " + request.uri() + " (" + id() + ")";
    String at = pointer + "/responses/" + answer.status();
    assertThat(document.json().at(at).isMissingNode())
        .as(() -> what + " with the status " + answer.status() + "\n" + answer.text())
        .isFalse();
    String response = document.place(at);
    checkHeaders(response, answer, what);
    if (!request.method().equals("HEAD")) {
      checkBody(response, answer, what);
    }
    if (answer.status() == 200) {
      checkQuery(request, what);
      checkSent(request, what);
    }
  }

  private void checkHeaders(String response, ApiResponse answer, String what) {
    for (Map.Entry<String, JsonNode> header :
        document.json().at(response + "/headers").properties()) {
      String place = document.place(response + "/headers/" + header.getKey());
      Optional<String> value = answer.headers().firstValue(header.getKey());
      if (document.json().at(place).path("required").asBoolean()) {
        assertThat(value).as(what + ": its header " + header.getKey()).isPresent();
      }
      value.ifPresent(
          text -> document.said().requireContains(literal(text, place), place + "/schema", what));
    }
  }

  private void checkBody(String response, ApiResponse answer, String what) {
    String type = answer.header("Content-Type").replaceFirst(";.*", "");
    JsonNode content = document.json().at(response + "/content");
    assertThat(content.has(type)).as(what + ": the type " + type).isTrue();
    if (type.endsWith("json")) {
      String schema = response + "/content/" + type.replace("/", "~1") + "/schema";
      document.strict().requireContains(answer.text(), document.place(schema), what);
      String code = answer.status() < 400 ? "" : answer.code();
      JsonNode codes = document.json().at(response + "/x-codes");
      assertThat(code.isEmpty() || codes.toString().contains("\"" + code + "\""))
          .as(() -> what + ": the code " + code + " of " + codes)
          .isTrue();
    }
  }

  /** What was accepted is what the document says is taken: it asks for nothing that is optional. */
  private void checkSent(HttpRequest request, String what) {
    if (operation.has("requestBody")) {
      String body = SentBody.body(request);
      document.said().requireContains(body, document.place(bodySchema()), "the body of " + what);
    }
  }

  /** The first example of its body; empty if it takes none. */
  public Optional<JsonNode> findExample() {
    if (!operation.has("requestBody")) {
      return Optional.empty();
    }
    JsonNode example = document.json().at(document.place(bodySchema()) + "/examples/0");
    return Optional.of(example).filter(found -> !found.isMissingNode());
  }

  /** The values that a parameter can have; empty if it is none of the operation's, or open. */
  public Optional<List<String>> findValues(String parameter) {
    return findParameter(parameter)
        .map(at -> document.json().at(at + "/schema/enum"))
        .filter(JsonNode::isArray)
        .map(values -> StreamSupport.stream(values.spliterator(), false))
        .map(values -> values.map(JsonNode::asText).toList());
  }

  /** Where the schema of the body stands. */
  String bodySchema() {
    return pointer + "/requestBody/content/application~1json/schema";
  }

  private void checkQuery(HttpRequest request, String what) {
    String query = Optional.ofNullable(request.uri().getRawQuery()).orElse("");
    for (String pair : query.split("&")) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2 && !parts[1].isEmpty()) {
        String value = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
        findParameter(parts[0])
            .ifPresent(
                at -> document.said().requireContains(literal(value, at), at + "/schema", what));
      }
    }
  }

  /** Where a query parameter of this name is described; of an array, one of its items. */
  private Optional<String> findParameter(String name) {
    for (int i = 0; i < operation.path("parameters").size(); i++) {
      String at = document.place(pointer + "/parameters/" + i);
      JsonNode parameter = document.json().at(at);
      if (parameter.path("name").asText().equals(name)
          && parameter.path("in").asText().equals("query")) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** A text of a header or a parameter, as JSON of the type that it has there. */
  private String literal(String text, String place) {
    JsonNode schema = document.json().at(place + "/schema");
    return switch (schema.path("type").asText()) {
      case "integer" ->
          text.matches("\\d+") ? text.replaceFirst("^0+(?=\\d)", "") : "\"" + text + "\"";
      case "array" -> "[" + TextNode.valueOf(text) + "]";
      default -> TextNode.valueOf(text).toString();
    };
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
