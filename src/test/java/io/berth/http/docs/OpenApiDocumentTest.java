package io.berth.http.docs;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.berth.accounts.access.Level;
import io.berth.accounts.access.Operation;
import io.berth.http.errors.ErrorEnvelope;
import io.berth.testing.ApiOperation;
import io.berth.testing.OpenApi;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the document: it is valid OpenAPI, and describes exactly the API of Berth. */
class OpenApiDocumentTest {
  private static final String META_SCHEMA = "https://json-schema.org/draft/2020-12/schema";

  private final OpenApi document = OpenApi.document();
  private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getDraft202012());

  static List<ApiOperation> operations() {
    return OpenApi.document().operations();
  }

  static Stream<ApiOperation> lists() {
    return operations().stream()
        .filter(operation -> operation.path().startsWith("/api/v1"))
        .filter(operation -> operation.method().equals("GET"));
  }

  /** Validated by the schema of the OpenAPI Initiative, dated 2022-10-07. */
  @Test
  void is_openapi_3_1() throws IOException {
    assertThat(document.json().get("openapi").asText()).startsWith("3.1.");
    try (InputStream schema = getClass().getResourceAsStream("openapi-3.1.schema.json")) {
      String text = new String(schema.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(
              registry
                  .getSchema(text, InputFormat.JSON)
                  .validate(document.json().toString(), InputFormat.JSON))
          .isEmpty();
    }
  }

  @Test
  void has_valid_schemas() {
    for (Map.Entry<String, JsonNode> schema :
        document.json().at("/components/schemas").properties()) {
      assertThat(
              registry
                  .getSchema(SchemaLocation.of(META_SCHEMA))
                  .validate(schema.getValue().toString(), InputFormat.JSON))
          .as(schema.getKey())
          .isEmpty();
    }
  }

  @Test
  void has_no_dangling_references() {
    assertThat(document.json().findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(document.json().at(reference.substring(1)).isMissingNode()).isFalse());
  }

  /** An unreferenced component would describe a part of the API that does not exist. */
  @Test
  void has_no_unused_components() {
    Set<String> references = new TreeSet<>(document.json().findValuesAsText("$ref"));
    document
        .json()
        .findValues("mapping")
        .forEach(mapping -> mapping.forEach(reference -> references.add(reference.asText())));
    for (String kind : List.of("schemas", "headers", "responses")) {
      for (Map.Entry<String, JsonNode> component :
          document.json().at("/components/" + kind).properties()) {
        assertThat(references).contains("#/components/" + kind + "/" + component.getKey());
      }
    }
  }

  @Test
  void has_each_operation_with_its_level() {
    assertThat(
            operations().stream()
                .collect(toMap(OpenApiDocumentTest::operation, OpenApiDocumentTest::level)))
        .isEqualTo(
            Arrays.stream(Operation.values())
                .collect(toMap(identity(), operation -> operation.level().map(Level::toString))));
  }

  private static Operation operation(ApiOperation operation) {
    return ResourceMethod.of(operation).operation();
  }

  private static Optional<String> level(ApiOperation operation) {
    String level = operation.json().path("x-required-level").asText("");
    return Optional.of(level).filter(value -> !value.isEmpty());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void describes_the_level_and_requires_a_key_where_there_is_one(ApiOperation operation) {
    Optional<String> level = level(operation);
    String description = operation.json().path("description").asText();
    assertThat(description.contains("Needs the level " + level.orElse("") + "."))
        .isEqualTo(level.isPresent());
    assertThat(operation.json().has("security")).isEqualTo(level.isEmpty());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void has_a_summary_and_one_tag(ApiOperation operation) {
    assertThat(operation.json().path("summary").asText()).isNotEmpty();
    assertThat(operation.json().path("tags")).hasSize(1);
  }

  @Test
  void has_exactly_the_endpoints_of_the_resources() {
    assertThat(operations().stream().map(ApiOperation::toString).collect(Collectors.toSet()))
        .isEqualTo(ResourceMethod.all().map(ResourceMethod::toString).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void has_exactly_the_query_parameters_of_the_resources(ApiOperation operation) {
    assertThat(queryParameters(operation))
        .isEqualTo(ResourceMethod.of(operation).queryParameters());
  }

  private Set<String> queryParameters(ApiOperation operation) {
    Set<String> names = new TreeSet<>();
    for (JsonNode parameter : operation.json().path("parameters")) {
      JsonNode resolved = document.resolved(parameter);
      if (resolved.get("in").asText().equals("query")) {
        assertThat(resolved.path("allowEmptyValue").asBoolean()).as("%s", resolved).isTrue();
        names.add(resolved.get("name").asText());
      }
    }
    if (operation.path().endsWith("/export/csv")) {
      names.addAll(Set.of("limit", "offset")); // an export ignores them
    }
    return names;
  }

  @Test
  void has_all_error_codes() {
    for (JsonNode response : document.json().at("/components/responses")) {
      assertThat(response.get("x-codes")).isNotEmpty();
    }
    assertThat(document.json().at("/components/schemas/Code/enum"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrderElementsOf(ErrorEnvelope.codes());
  }

  /** Includes examples nested in schemas. */
  @Test
  void has_valid_examples() {
    List<String> pointers = document.examples();
    assertThat(pointers).hasSizeGreaterThan(20).allSatisfy(document::requireExample);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void has_an_example_of_each_request_body(ApiOperation operation) {
    assertThat(operation.json().has("requestBody")).isEqualTo(operation.findExample().isPresent());
  }

  @Test
  void removes_the_shorthands() {
    assertThat(document.json().toString())
        .doesNotContain(
            "x-operation", "x-lists", "x-answers", "x-takes", "x-exports", "x-shows", "x-status");
  }

  @Test
  void has_a_media_type_for_each_response() {
    assertThat(operations())
        .allSatisfy(
            operation ->
                assertThat(operation.json().at("/responses/200/content"))
                    .as(operation.toString())
                    .isNotEmpty()
                    .allMatch(Objects::nonNull));
  }
}
