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

/** What published clients and generators need of the document beside OpenAPI. */
class ClientGeneratorsTest {
  /** The type of a schema that is a choice of others has no name. */
  private static final String ONE_OF_SEVERAL = "";

  private final OpenApi document = OpenApi.document();

  static List<ApiOperation> operations() {
    return OpenApi.document().operations();
  }

  /** There are clients that make a tool which expects JSON of all that has an operationId. */
  @ParameterizedTest
  @MethodSource("operations")
  void has_an_operation_id_only_where_nothing_but_json_is_answered(ApiOperation operation) {
    JsonNode content = operation.json().at("/responses/200/content");
    boolean onlyJson = ApiResponse.names(content).equals(Set.of("application/json"));
    assertThat(operation.id())
        .isEqualTo(onlyJson ? ResourceMethod.of(operation).operation().id() : "");
  }

  /** There are clients that read parameters only where they are used. */
  @ParameterizedTest
  @MethodSource("operations")
  void describes_each_parameter_in_its_place(ApiOperation operation) {
    assertThat(operation.json().path("parameters").findValues("$ref")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void describes_each_scalar_of_a_body_in_its_place(ApiOperation operation) {
    assertThat(referredIn(operation.json().path("requestBody"), new HashSet<>()))
        .allSatisfy(
            schema ->
                assertThat(schema.path("type").asText()).isIn("object", "array", ONE_OF_SEVERAL));
  }

  /** The schemas to which a node refers, and those to which these refer. */
  private List<JsonNode> referredIn(JsonNode node, Set<String> seen) {
    List<JsonNode> referred = new ArrayList<>();
    for (JsonNode reference : node.findValues("$ref")) {
      if (seen.add(reference.asText())) {
        JsonNode schema = document.json().at(reference.asText().substring(1));
        referred.add(schema);
        referred.addAll(referredIn(schema, seen));
      }
    }
    return referred;
  }

  /** Generators of code for Go make a type of each component, whatever its kind. */
  @Test
  void has_no_name_for_two_components() {
    List<String> names = new ArrayList<>();
    for (JsonNode kind : document.json().get("components")) {
      names.addAll(ApiResponse.names(kind).stream().map(ClientGeneratorsTest::typeName).toList());
    }
    assertThat(names).doesNotHaveDuplicates();
  }

  /** As a generator does: {@code tag_ids} is {@code TagIds}. */
  private static String typeName(String component) {
    return component.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }
}
