package io.berth.http.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiOperation;
import io.berth.testing.ApiResponse;
import io.berth.testing.OpenApi;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks what published clients and generators require of the document beyond OpenAPI. */
class ClientGeneratorsTest {
  /** The type of a {@code oneOf} schema. */
  private static final String ONE_OF = "";

  private final OpenApi document = OpenApi.document();

  static List<ApiOperation> operations() {
    return OpenApi.document().operations();
  }

  /** Some clients create a tool from each operationId, and expect JSON from it. */
  @ParameterizedTest
  @MethodSource("operations")
  void has_an_operation_id_only_where_the_response_is_json(ApiOperation operation) {
    JsonNode content = operation.json().at("/responses/200/content");
    boolean onlyJson = ApiResponse.names(content).equals(Set.of("application/json"));
    assertThat(operation.id())
        .isEqualTo(onlyJson ? ResourceMethod.of(operation).operation().id() : "");
  }

  /** Some clients read only inline parameters. */
  @ParameterizedTest
  @MethodSource("operations")
  void inlines_parameters(ApiOperation operation) {
    assertThat(operation.json().path("parameters").findValues("$ref")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void inlines_scalars_of_request_bodies(ApiOperation operation) {
    assertThat(referencedSchemas(operation.json().path("requestBody"), new HashSet<>()))
        .allSatisfy(
            schema -> assertThat(schema.path("type").asText()).isIn("object", "array", ONE_OF));
  }

  /** The schemas that a node references, directly or indirectly. */
  private List<JsonNode> referencedSchemas(JsonNode node, Set<String> visited) {
    List<JsonNode> schemas = new ArrayList<>();
    for (JsonNode reference : node.findValues("$ref")) {
      if (visited.add(reference.asText())) {
        JsonNode schema = document.json().at(reference.asText().substring(1));
        schemas.add(schema);
        schemas.addAll(referencedSchemas(schema, visited));
      }
    }
    return schemas;
  }

  /** Go generators create one type name per component, whatever its kind. */
  @Test
  void gives_components_distinct_type_names() {
    List<String> names = new ArrayList<>();
    for (JsonNode kind : document.json().get("components")) {
      names.addAll(ApiResponse.names(kind).stream().map(ClientGeneratorsTest::typeName).toList());
    }
    assertThat(names).doesNotHaveDuplicates();
  }

  /** The generated name without case: {@code tag_ids} becomes {@code TagIds}. */
  private static String typeName(String component) {
    return component.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }
}
