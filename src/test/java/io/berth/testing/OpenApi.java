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
 * The OpenAPI document, against which the tests validate every response that an {@link ApiClient}
 * receives and every request that the server accepts.
 */
public final class OpenApi {
  private static final OpenApi DOCUMENT = new OpenApi(read());

  private final JsonNode document;
  private final Schemas schemas;
  private final Schemas strictSchemas;
  private final List<ApiOperation> operations = new ArrayList<>();

  private OpenApi(JsonNode document) {
    this.document = document;
    schemas = new Schemas(document);
    strictSchemas = Schemas.strict(document);
    for (var path : document.get("paths").properties()) {
      for (String method : List.of("get", "put", "post", "delete")) {
        if (path.getValue().has(method)) {
          operations.add(new ApiOperation(this, path.getKey(), method));
        }
      }
    }
    operations.sort(Comparator.comparing(ApiOperation::parameters));
  }

  private static JsonNode read() {
    try {
      return OpenApiDocument.completed("0.13.5");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static OpenApi document() {
    return DOCUMENT;
  }

  public JsonNode json() {
    return document;
  }

  public List<ApiOperation> operations() {
    return operations;
  }

  /** Fails if the document does not describe the response to the request. */
  public static void check(HttpRequest request, ApiResponse response) {
    String path = request.uri().normalize().getRawPath();
    if (path.startsWith("/api/") && !request.method().equals("OPTIONS") && !ofServer(response)) {
      DOCUMENT.find(request.method(), path, response).check(request, response);
    }
  }

  /** While Berth is not deployed, and during shutdown, the HTTP server itself returns errors. */
  private static boolean ofServer(ApiResponse response) {
    return response.status() >= 400
        && response.header("X-Request-Id").isEmpty()
        && !response.header("Content-Type").contains("json");
  }

  /** The check of the operation with this path; an unknown path must return an error. */
  private Check find(String method, String path, ApiResponse response) {
    String versioned = path.replaceFirst("^/api/(services|hosts|subnets)(?=/|$)", "/api/v1/$1");
    Optional<ApiOperation> operation =
        operations.stream().filter(p -> p.matches(method, versioned)).findFirst();
    return response.status() == 405 || operation.isEmpty()
        ? this::checkFailure
        : operation.get()::check;
  }

  private interface Check {
    void check(HttpRequest request, ApiResponse response);
  }

  private void checkFailure(HttpRequest request, ApiResponse response) {
    String description = "a response to " + request.method() + " " + request.uri();
    assertThat(response.status())
        .as(description + ", which is no operation")
        .isGreaterThanOrEqualTo(400);
    boolean problem = response.header("Content-Type").equals("application/problem+json");
    if (!request.method().equals("HEAD")) {
      String schema = problem ? "Problem" : "Failure";
      strictSchemas().requireValid(response.text(), "/components/schemas/" + schema, description);
    }
  }

  Schemas schemas() {
    return schemas;
  }

  /** The schemas with all objects closed: undescribed members are refused. */
  Schemas strictSchemas() {
    return strictSchemas;
  }

  /** The target of a reference; any other node itself. */
  public JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  /** The pointer of a reference's target; of any other node, its own pointer. */
  String pointerOf(String pointer) {
    JsonNode node = document.at(pointer);
    return node.has("$ref") ? node.get("$ref").asText().substring(1) : pointer;
  }

  /** The pointers of all examples in the components' schemas. */
  public List<String> examples() {
    List<String> pointers = new ArrayList<>();
    for (String name : ApiResponse.names(document.at("/components/schemas"))) {
      addExamples("/components/schemas/" + name, pointers);
    }
    return pointers;
  }

  private void addExamples(String at, List<String> pointers) {
    JsonNode node = document.at(at);
    for (int i = 0; i < node.path("examples").size(); i++) {
      pointers.add(at + "/examples/" + i);
    }
    for (String name : ApiResponse.names(node)) {
      if (!name.equals("examples")) {
        addExamples(at + "/" + name.replace("/", "~1"), pointers);
      }
    }
  }

  /** Fails unless the example at this pointer is valid for its schema. */
  public void requireExample(String pointer) {
    strictSchemas.requireValid(
        document.at(pointer).toString(), pointer.replaceFirst("/examples/\\d+$", ""), pointer);
  }
}
