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

/** The OpenAPI document as a server gives it. */
final class FuzzedApi {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

  private final JsonNode document;

  FuzzedApi(ApiClient client) {
    document = client.get("/api/openapi.json").json();
  }

  /** An operation of it: where it is, and what it takes. */
  record Described(String method, String path, List<JsonNode> parameters, JsonNode body) {
    /** Its method and path, by which it is told from all others. */
    String name() {
      return method + " " + path;
    }

    boolean deletes() {
      return method.equals("DELETE") || path.endsWith("/bulk-delete");
    }

    Stream<JsonNode> parametersIn(String place) {
      return parameters.stream().filter(p -> p.path("in").asText().equals(place));
    }
  }

  /** All operations. */
  List<Described> operations() {
    List<Described> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      path.getValue().properties().stream()
          .map(Map.Entry::getKey)
          .filter(METHODS::contains)
          .forEach(method -> all.add(described(path.getKey(), path.getValue(), method)));
    }
    return all;
  }

  private Described described(String path, JsonNode shared, String method) {
    JsonNode operation = shared.get(method);
    List<JsonNode> parameters =
        Stream.of(shared, operation)
            .flatMap(o -> StreamSupport.stream(o.path("parameters").spliterator(), false))
            .map(this::resolved)
            .toList();
    JsonNode body = resolved(operation.path("requestBody"));
    return new Described(
        method.toUpperCase(Locale.ROOT),
        path,
        parameters,
        body.at("/content/application~1json/schema"));
  }

  /** What a reference refers to; anything else as it is. */
  JsonNode resolved(JsonNode node) {
    JsonNode found = node;
    while (found.has("$ref")) {
      found = document.at(found.get("$ref").asText().substring(1));
    }
    return found;
  }
}
