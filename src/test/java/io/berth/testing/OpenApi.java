package io.berth.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.http.docs.OpenApiDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The OpenAPI document as the tests see it. Every answer that a {@link ApiClient} gets is held to
 * it, and every request that was accepted: what the document does not promise must not come, and
 * what the server takes must be what the document says that it takes.
 */
public final class OpenApi {
  private static final OpenApi DOCUMENT = new OpenApi(read());

  private final JsonNode document;
  private final Schemas said;
  private final Schemas strict;
  private final List<ApiOperation> promises = new ArrayList<>();

  private OpenApi(JsonNode document) {
    this.document = document;
    said = new Schemas(document);
    strict = Schemas.strict(document);
    for (var path : document.get("paths").properties()) {
      for (String method : List.of("get", "put", "post", "delete")) {
        if (path.getValue().has(method)) {
          promises.add(new ApiOperation(this, path.getKey(), method));
        }
      }
    }
    promises.sort(Comparator.comparing(ApiOperation::parameters));
  }

  private static JsonNode read() {
    try {
      return OpenApiDocument.completed("0.13.5");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The document. */
  public static OpenApi document() {
    return DOCUMENT;
  }

  /** The document as data. */
  public JsonNode json() {
    return document;
  }

  /** All operations. */
  public List<ApiOperation> promises() {
    return promises;
  }

  /** Fails if the answer is not one that the document promises for the request. */
  public static void check(HttpRequest request, ApiResponse answer) {
    String path = request.uri().normalize().getRawPath();
    if (path.startsWith("/api/") && !request.method().equals("OPTIONS") && !ofServer(answer)) {
      DOCUMENT.find(request.method(), path, answer).check(request, answer);
    }
  }

  /** Before Berth is there, and when it has gone and its port is open, the server fails. */
  private static boolean ofServer(ApiResponse answer) {
    return answer.status() >= 400
        && answer.header("X-Request-Id").isEmpty()
        && !answer.header("Content-Type").contains("json");
  }

  /** The operation behind a path; where there is none, nothing but failures is promised. */
  private Check find(String method, String path, ApiResponse answer) {
    String versioned = path.replaceFirst("^/api/(services|hosts|subnets)(?=/|$)", "/api/v1/$1");
    Optional<ApiOperation> promise =
        promises.stream().filter(p -> p.matches(method, versioned)).findFirst();
    return answer.status() == 405 || promise.isEmpty() ? this::checkFailure : promise.get()::check;
  }

  private interface Check {
    void check(HttpRequest request, ApiResponse answer);
  }

  private void checkFailure(HttpRequest request, ApiResponse answer) {
    String what = "an answer to " + request.method() + " " + request.uri();
    assertThat(answer.status()).as(what + ", which no operation is").isGreaterThanOrEqualTo(400);
    boolean problem = answer.header("Content-Type").equals("application/problem+json");
    if (!request.method().equals("HEAD")) {
      String schema = problem ? "Problem" : "Failure";
      strict().requireContains(answer.text(), "/components/schemas/" + schema, what);
    }
  }

  /** The schemas as they are said. */
  Schemas said() {
    return said;
  }

  /** The schemas, without room for what is not said. */
  Schemas strict() {
    return strict;
  }

  /** What a reference stands for; anything else as it is. */
  public JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  /** The place of what a reference stands for; of anything else, its own. */
  String place(String pointer) {
    JsonNode node = document.at(pointer);
    return node.has("$ref") ? node.get("$ref").asText().substring(1) : pointer;
  }

  /** The places of all examples of the components' schemas. */
  public List<String> examples() {
    List<String> places = new ArrayList<>();
    for (String name : ApiResponse.names(document.at("/components/schemas"))) {
      addExamples("/components/schemas/" + name, places);
    }
    return places;
  }

  private void addExamples(String at, List<String> places) {
    JsonNode node = document.at(at);
    for (int i = 0; i < node.path("examples").size(); i++) {
      places.add(at + "/examples/" + i);
    }
    for (String name : ApiResponse.names(node)) {
      if (!name.equals("examples")) {
        addExamples(at + "/" + name.replace("/", "~1"), places);
      }
    }
  }

  /** Fails unless the example at this place is one of the schema that it stands in. */
  public void requireExample(String place) {
    strict.requireContains(
        document.at(place).toString(), place.replaceFirst("/examples/\\d+$", ""), place);
  }
}
