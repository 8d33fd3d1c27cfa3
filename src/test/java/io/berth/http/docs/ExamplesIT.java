package io.berth.http.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiOperation;
import io.berth.testing.ApiResponse;
import io.berth.testing.Fixture;
import io.berth.testing.OpenApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sends the examples of the document to Berth. The known ids in examples are replaced by ids of a
 * fixture, other ids by new ones, as a client creates them.
 */
class ExamplesIT {
  private static final Pattern ID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private static final Map<String, String> FIXTURE_NAMES =
      Map.of(
          "550e8400-e29b-41d4-a716-446655440001", "organization",
          "550e8400-e29b-41d4-a716-446655440002", "network",
          "550e8400-e29b-41d4-a716-446655440003", "host",
          "550e8400-e29b-41d4-a716-446655440005", "interface",
          "550e8400-e29b-41d4-a716-446655440006", "spare",
          "550e8400-e29b-41d4-a716-446655440007", "service",
          "550e8400-e29b-41d4-a716-446655440009", "subnet",
          "497f6eca-6276-4993-bfeb-53cbbbba6f08", "tag");

  private final Fixture fixture = Fixture.create();
  private final Map<String, String> newIds = new HashMap<>();

  static Stream<ApiOperation> operationsWithExample() {
    return OpenApi.document().operations().stream().filter(o -> o.findExample().isPresent());
  }

  static Stream<ApiOperation> orderedLists() {
    return OpenApi.document().operations().stream()
        .filter(o -> o.findValues("order_by").isPresent());
  }

  /** The PUT operations whose entity can also be read. */
  static Stream<ApiOperation> replaceOperations() {
    return operationsWithExample()
        .filter(operation -> operation.method().equals("PUT"))
        .filter(operation -> !operation.id().matches("update_org_name|set_entity_tags"));
  }

  private String body(JsonNode example) {
    return ID.matcher(example.toString()).replaceAll(id -> replacementFor(id.group()));
  }

  private String replacementFor(String id) {
    return FIXTURE_NAMES.containsKey(id)
        ? fixture.id(FIXTURE_NAMES.get(id))
        : newIds.computeIfAbsent(id, key -> UUID.randomUUID().toString());
  }

  /**
   * The path with the id of the fixture, by the resource name: the id of a host for {@code /hosts}.
   */
  private String path(ApiOperation operation) {
    String kind = operation.path().replaceFirst(".*/(\\w+)s/\\{id}.*", "$1");
    return operation.path().contains("{id}")
        ? operation.path().replace("{id}", fixture.id(kind))
        : operation.path();
  }

  private ApiResponse send(ApiOperation operation, Object body) {
    return operation.method().equals("PUT")
        ? fixture.owner().put(path(operation), body)
        : fixture.owner().post(path(operation), body);
  }

  @ParameterizedTest
  @MethodSource("operationsWithExample")
  void are_accepted(ApiOperation operation) {
    ApiResponse response = send(operation, body(operation.findExample().orElseThrow()));
    assertThat(response.status()).as(response.text()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("replaceOperations")
  void replace_accepts_the_entity_as_read(ApiOperation operation) {
    JsonNode entity = fixture.owner().get(path(operation)).data();
    assertThat(ApiResponse.names(entity)).contains("id", "created_at", "updated_at");
    ApiResponse response = send(operation, entity);
    assertThat(response.status()).as(response.text()).isEqualTo(200);
  }

  /** The refusal of an unknown order lists the known ones. */
  @ParameterizedTest
  @MethodSource("orderedLists")
  void list_exactly_the_accepted_order_fields(ApiOperation operation) {
    for (String parameter : List.of("order_by", "group_by")) {
      ApiResponse refused = fixture.owner().get(operation.path() + "?" + parameter + "=nothing");
      String orders = String.join(", ", operation.findValues(parameter).orElseThrow());
      assertThat(refused.json().path("error").asText()).contains("one of " + orders + ".");
    }
  }
}
