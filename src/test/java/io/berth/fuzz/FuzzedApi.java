package io.berth.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The operations of the OpenAPI document that a server returns. */
final class FuzzedApi {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

  private final JsonNode document;

  FuzzedApi(ApiClient client) {
    document = client.get("/api/openapi.json").json();
  }

  /** An operation: its method, path, parameters and body schema. */
  record OperationSpec(String method, String path, List<JsonNode> parameters, JsonNode body) {
    /** A unique name: the method and the path. */
    String name() {
      return method + " " + path;
    }

    boolean deletes() {
      return method.equals("DELETE") || path.endsWith("/bulk-delete");
    }

    Stream<JsonNode> parametersIn(String location) {
      return parameters.stream().filter(p -> p.path("in").asText().equals(location));
    }
  }

  List<OperationSpec> operations() {
    List<OperationSpec> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      path.getValue().properties().stream()
          .map(Map.Entry::getKey)
          .filter(METHODS::contains)
          .forEach(method -> all.add(operationSpec(path.getKey(), path.getValue(), method)));
    }
    return all;
  }

  private OperationSpec operationSpec(String path, JsonNode shared, String method) {
    JsonNode operation = shared.get(method);
    List<JsonNode> parameters =
        Stream.of(shared, operation)
            .flatMap(o -> StreamSupport.stream(o.path("parameters").spliterator(), false))
            .map(this::resolved)
            .toList();
    JsonNode body = resolved(operation.path("requestBody"));
    return new OperationSpec(
        method.toUpperCase(Locale.ROOT),
        path,
        parameters,
        body.at("/content/application~1json/schema"));
  }

  /** The target of a reference; any other node itself. */
  JsonNode resolved(JsonNode node) {
    JsonNode target = node;
    while (target.has("$ref")) {
      target = document.at(target.get("$ref").asText().substring(1));
    }
    return target;
  }
}
