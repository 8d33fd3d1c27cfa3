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
 * What the document shows is what Berth takes. The ids of its examples stand for things of an
 * estate; those that it does not know are a client's own.
 */
class ExamplesIT {
  private static final Pattern ID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private static final Map<String, String> STANDS_FOR =
      Map.of(
          "550e8400-e29b-41d4-a716-446655440001", "organization",
          "550e8400-e29b-41d4-a716-446655440002", "network",
          "550e8400-e29b-41d4-a716-446655440003", "host",
          "550e8400-e29b-41d4-a716-446655440005", "interface",
          "550e8400-e29b-41d4-a716-446655440006", "spare",
          "550e8400-e29b-41d4-a716-446655440007", "service",
          "550e8400-e29b-41d4-a716-446655440009", "subnet",
          "497f6eca-6276-4993-bfeb-53cbbbba6f08", "tag");

  private final Fixture estate = Fixture.create();
  private final Map<String, String> own = new HashMap<>();

  static Stream<ApiOperation> takesBody() {
    return OpenApi.document().operations().stream().filter(o -> o.findExample().isPresent());
  }

  static Stream<ApiOperation> isOrdered() {
    return OpenApi.document().operations().stream()
        .filter(o -> o.findValues("order_by").isPresent());
  }

  /** What can be read and replaced. */
  static Stream<ApiOperation> replaces() {
    return takesBody()
        .filter(operation -> operation.method().equals("PUT"))
        .filter(operation -> !operation.id().matches("update_org_name|set_entity_tags"));
  }

  private String body(JsonNode example) {
    return ID.matcher(example.toString()).replaceAll(id -> stand(id.group()));
  }

  private String stand(String id) {
    return STANDS_FOR.containsKey(id)
        ? estate.id(STANDS_FOR.get(id))
        : own.computeIfAbsent(id, one -> UUID.randomUUID().toString());
  }

  /** The path, with the id of what its resource is called: of a host below {@code /hosts}. */
  private String path(ApiOperation operation) {
    String kind = operation.path().replaceFirst(".*/(\\w+)s/\\{id}.*", "$1");
    return operation.path().contains("{id}")
        ? operation.path().replace("{id}", estate.id(kind))
        : operation.path();
  }

  private ApiResponse send(ApiOperation operation, Object body) {
    return operation.method().equals("PUT")
        ? estate.owner().put(path(operation), body)
        : estate.owner().post(path(operation), body);
  }

  @ParameterizedTest
  @MethodSource("takesBody")
  void are_accepted_as_they_are(ApiOperation operation) {
    ApiResponse answer = send(operation, body(operation.findExample().orElseThrow()));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("replaces")
  void are_not_needed_to_send_back_what_was_read(ApiOperation operation) {
    JsonNode whole = estate.owner().get(path(operation)).data();
    assertThat(ApiResponse.names(whole)).contains("id", "created_at", "updated_at");
    ApiResponse answer = send(operation, whole);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  /** Who asks for an order that there is not is told those that there are. */
  @ParameterizedTest
  @MethodSource("isOrdered")
  void name_every_order_and_no_other(ApiOperation operation) {
    for (String parameter : List.of("order_by", "group_by")) {
      ApiResponse refused = estate.owner().get(operation.path() + "?" + parameter + "=nothing");
      String orders = String.join(", ", operation.findValues(parameter).orElseThrow());
      assertThat(refused.json().path("error").asText()).contains("one of " + orders + ".");
    }
  }
}
