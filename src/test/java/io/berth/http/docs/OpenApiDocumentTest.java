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

/** The document by itself: it is OpenAPI, and tells of all that Berth has and of nothing else. */
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

  /** By the schema that the OpenAPI Initiative publishes, dated 2022-10-07. */
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
  void has_schemas_that_are_schemas() {
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
  void refers_to_nothing_that_is_not_there() {
    assertThat(document.json().findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(document.json().at(reference.substring(1)).isMissingNode()).isFalse());
  }

  /** What is not referred to would be a promise that nobody has made. */
  @Test
  void describes_nothing_that_nobody_uses() {
    Set<String> used = new TreeSet<>(document.json().findValuesAsText("$ref"));
    document
        .json()
        .findValues("mapping")
        .forEach(mapping -> mapping.forEach(one -> used.add(one.asText())));
    for (String kind : List.of("schemas", "headers", "responses")) {
      for (Map.Entry<String, JsonNode> part :
          document.json().at("/components/" + kind).properties()) {
        assertThat(used).contains("#/components/" + kind + "/" + part.getKey());
      }
    }
  }

  @Test
  void has_each_operation_of_the_table_with_its_level() {
    assertThat(
            operations().stream()
                .collect(toMap(OpenApiDocumentTest::operation, OpenApiDocumentTest::level)))
        .isEqualTo(
            Arrays.stream(Operation.values())
                .collect(toMap(identity(), operation -> operation.level().map(Level::toString))));
  }

  /** That of the resource's method. */
  private static Operation operation(ApiOperation promise) {
    return ResourceMethod.of(promise).operation();
  }

  private static Optional<String> level(ApiOperation operation) {
    String level = operation.json().path("x-required-level").asText("");
    return Optional.of(level).filter(told -> !told.isEmpty());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void says_the_level_in_words_and_asks_for_a_key_where_there_is_one(ApiOperation operation) {
    Optional<String> level = level(operation);
    String description = operation.json().path("description").asText();
    assertThat(description.contains("Needs the level " + level.orElse("") + "."))
        .isEqualTo(level.isPresent());
    assertThat(operation.json().has("security")).isEqualTo(level.isEmpty());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void is_written_for_people(ApiOperation operation) {
    assertThat(operation.json().path("summary").asText()).isNotEmpty();
    assertThat(operation.json().path("tags")).hasSize(1);
  }

  @Test
  void has_every_endpoint_and_no_other() {
    assertThat(operations().stream().map(ApiOperation::toString).collect(Collectors.toSet()))
        .isEqualTo(ResourceMethod.all().map(ResourceMethod::toString).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void has_every_query_parameter_that_is_read_and_no_other(ApiOperation operation) {
    assertThat(queryParameters(operation))
        .isEqualTo(ResourceMethod.of(operation).queryParameters());
  }

  private Set<String> queryParameters(ApiOperation operation) {
    Set<String> names = new TreeSet<>();
    for (JsonNode parameter : operation.json().path("parameters")) {
      JsonNode described = document.resolved(parameter);
      if (described.get("in").asText().equals("query")) {
        assertThat(described.path("allowEmptyValue").asBoolean()).as("%s", described).isTrue();
        names.add(described.get("name").asText());
      }
    }
    if (operation.path().endsWith("/export/csv")) {
      names.addAll(Set.of("limit", "offset")); // which it passes over
    }
    return names;
  }

  @Test
  void has_every_code_at_its_statuses() {
    for (JsonNode response : document.json().at("/components/responses")) {
      assertThat(response.get("x-codes")).isNotEmpty();
    }
    assertThat(document.json().at("/components/schemas/Code/enum"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrderElementsOf(ErrorEnvelope.codes());
  }

  /** Examples of schemas, wherever they stand. */
  @Test
  void gives_examples_that_are_some() {
    List<String> places = document.examples();
    assertThat(places).hasSizeGreaterThan(20).allSatisfy(document::requireExample);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void gives_an_example_of_each_body(ApiOperation operation) {
    assertThat(operation.json().has("requestBody")).isEqualTo(operation.findExample().isPresent());
  }

  @Test
  void leaves_no_shorthand() {
    assertThat(document.json().toString())
        .doesNotContain(
            "x-operation", "x-lists", "x-answers", "x-takes", "x-exports", "x-shows", "x-status");
  }

  @Test
  void names_every_kind_of_answer() {
    assertThat(operations())
        .allSatisfy(
            operation ->
                assertThat(operation.json().at("/responses/200/content"))
                    .as(operation.toString())
                    .isNotEmpty()
                    .allMatch(Objects::nonNull));
  }
}
