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

/** An operation of the OpenAPI document; validates its requests and responses. */
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

  /** The path template. */
  public String path() {
    return path;
  }

  public String method() {
    return method;
  }

  public JsonNode json() {
    return operation;
  }

  /** The operationId; empty if it has none. */
  public String id() {
    return operation.path("operationId").asText();
  }

  /** The number of path parameters in the template. */
  int parameters() {
    return (int) PARAMETER.matcher(path).results().count();
  }

  boolean matches(String requestMethod, String requestPath) {
    boolean sameMethod =
        method.equals(requestMethod) || method.equals("GET") && requestMethod.equals("HEAD");
    return sameMethod && pattern.matcher(requestPath).matches();
  }

  /** Fails if the document does not describe the response, or an accepted request. */
  void check(HttpRequest request, ApiResponse response) {
    String description =
        "a response to " + request.method() + " " + request.uri() + " (" + id() + ")";
    String at = pointer + "/responses/" + response.status();
    assertThat(document.json().at(at).isMissingNode())
        .as(() -> description + " with the status " + response.status() + "\n" + response.text())
        .isFalse();
    String responsePointer = document.pointerOf(at);
    checkHeaders(responsePointer, response, description);
    if (!request.method().equals("HEAD")) {
      checkBody(responsePointer, response, description);
    }
    if (response.status() == 200) {
      checkQuery(request, description);
      checkSent(request, description);
    }
  }

  private void checkHeaders(String responsePointer, ApiResponse response, String description) {
    for (Map.Entry<String, JsonNode> header :
        document.json().at(responsePointer + "/headers").properties()) {
      String location = document.pointerOf(responsePointer + "/headers/" + header.getKey());
      Optional<String> value = response.headers().firstValue(header.getKey());
      if (document.json().at(location).path("required").asBoolean()) {
        assertThat(value).as(description + ": its header " + header.getKey()).isPresent();
      }
      value.ifPresent(
          text ->
              document
                  .schemas()
                  .requireValid(literal(text, location), location + "/schema", description));
    }
  }

  private void checkBody(String responsePointer, ApiResponse response, String description) {
    String type = response.header("Content-Type").replaceFirst(";.*", "");
    JsonNode content = document.json().at(responsePointer + "/content");
    assertThat(content.has(type)).as(description + ": the type " + type).isTrue();
    if (type.endsWith("json")) {
      String schema = responsePointer + "/content/" + type.replace("/", "~1") + "/schema";
      document
          .strictSchemas()
          .requireValid(response.text(), document.pointerOf(schema), description);
      String code = response.status() < 400 ? "" : response.code();
      JsonNode codes = document.json().at(responsePointer + "/x-codes");
      assertThat(code.isEmpty() || codes.toString().contains("\"" + code + "\""))
          .as(() -> description + ": the code " + code + " of " + codes)
          .isTrue();
    }
  }

  /**
   * An accepted body must be valid: the document must not require a member that the server treats
   * as optional.
   */
  private void checkSent(HttpRequest request, String description) {
    if (operation.has("requestBody")) {
      String body = SentBody.body(request);
      document
          .schemas()
          .requireValid(body, document.pointerOf(bodySchema()), "the body of " + description);
    }
  }

  /** The first example of its request body; empty if it has no body. */
  public Optional<JsonNode> findExample() {
    if (!operation.has("requestBody")) {
      return Optional.empty();
    }
    JsonNode example = document.json().at(document.pointerOf(bodySchema()) + "/examples/0");
    return Optional.of(example).filter(found -> !found.isMissingNode());
  }

  /**
   * The enum values of a query parameter; empty if the operation has no such parameter or no enum.
   */
  public Optional<List<String>> findValues(String parameter) {
    return findParameter(parameter)
        .map(at -> document.json().at(at + "/schema/enum"))
        .filter(JsonNode::isArray)
        .map(values -> StreamSupport.stream(values.spliterator(), false))
        .map(values -> values.map(JsonNode::asText).toList());
  }

  /** The JSON pointer of the body's schema. */
  String bodySchema() {
    return pointer + "/requestBody/content/application~1json/schema";
  }

  private void checkQuery(HttpRequest request, String description) {
    String query = Optional.ofNullable(request.uri().getRawQuery()).orElse("");
    for (String pair : query.split("&")) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2 && !parts[1].isEmpty()) {
        String value = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
        findParameter(parts[0])
            .ifPresent(
                at ->
                    document
                        .schemas()
                        .requireValid(literal(value, at), at + "/schema", description));
      }
    }
  }

  /** The JSON pointer of the query parameter of this name. */
  private Optional<String> findParameter(String name) {
    for (int i = 0; i < operation.path("parameters").size(); i++) {
      String at = document.pointerOf(pointer + "/parameters/" + i);
      JsonNode parameter = document.json().at(at);
      if (parameter.path("name").asText().equals(name)
          && parameter.path("in").asText().equals("query")) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** A header's or parameter's text as JSON of its declared type; of an array, as one item. */
  private String literal(String text, String location) {
    JsonNode schema = document.json().at(location + "/schema");
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
