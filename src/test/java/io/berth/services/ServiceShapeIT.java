package io.berth.services;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.berth.testing.ApiResponse;
import io.berth.testing.BodyVariant;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Validation of the members of a service, before any binding rule. */
class ServiceShapeIT {
  private static final String EMOJI = "🐙";

  private final TestNetwork network = TestTenant.create().network();
  private final TestHost host = network.host();

  private ApiResponse post(Object body) {
    return network.client().post("/services", body);
  }

  private ApiResponse postWith(String member, Object value) {
    return post(BodyVariant.with(host.serviceBody("web"), member, value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"host_id", "network_id", "service_definition", "name"})
  void refuses_a_missing_member(String member) {
    ApiResponse response = post(BodyVariant.without(host.serviceBody("web"), member));
    assertThat(response.refused(400, "missing_field").param("path")).isEqualTo(member);
  }

  @ParameterizedTest
  @ValueSource(strings = {"host_id", "network_id", "service_definition", "name"})
  void refuses_a_null_member_as_missing(String member) {
    assertThat(postWith(member, null).refused(400, "missing_field").param("path"))
        .isEqualTo(member);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          host_id            | 5                                        | host_id
          host_id            | "no uuid"                                | host_id
          host_id            | ""                                       | host_id
          host_id            | ["a"]                                    | host_id
          host_id            | {}                                       | host_id
          host_id            | "eb4e20fc2b4a4d0c811f48abcf12b89b"       | host_id
          network_id         | true                                     | network_id
          name               | 5                                        | name
          name               | true                                     | name
          name               | 1.5                                      | name
          name               | ["web"]                                  | name
          service_definition | 80                                       | service_definition
          service_definition | {}                                       | service_definition
          bindings           | {}                                       | bindings
          bindings           | "all"                                    | bindings
          bindings           | [{"type":"Nothing"}]                     | bindings[0].type
          bindings           | [{"type":"Port","port_id":80}]           | bindings[0].port_id
          bindings           | [{"type":"Interface","interface_id":1}]  | bindings[0].interface_id
          tags               | "blue"                                   | tags
          tags               | [5]                                      | tags[0]
          tags               | ["blue"]                                 | tags[0]
          virtualization     | "Docker"                                 | virtualization
          virtualization     | {"type":"Xen","details":{}}              | virtualization.type
          virtualization     | {"type":"Docker","details":5}            | virtualization.details
          """)
  void refuses_an_invalid_member(String member, String json, String path)
      throws JsonProcessingException {
    ApiResponse response = postWith(member, new ObjectMapper().readTree(json));
    assertThat(response.refused(400, "invalid_value").param("path")).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bindings       | [null]                                       | bindings[0]
          bindings       | [{"port_id":"x"}]                            | bindings[0].type
          bindings       | [{"type":"Port"}]                            | bindings[0].port_id
          bindings       | [{"type":"Port","port_id":null}]             | bindings[0].port_id
          bindings       | [{"type":"Interface"}]                       | bindings[0].interface_id
          bindings       | [{"type":"Interface","interface_id":null}]   | bindings[0].interface_id
          tags           | [null]                                       | tags[0]
          virtualization | {"details":{"service_id":"550e8400-e29b-41d4-a716-446655440007"}} | virtualization.type
          virtualization | {"type":"Docker"}                            | virtualization.details
          virtualization | {"type":"Docker","details":{}}               | virtualization.details.service_id
          """)
  void refuses_a_missing_nested_member(String member, String json, String path)
      throws JsonProcessingException {
    ApiResponse response = postWith(member, new ObjectMapper().readTree(json));
    assertThat(response.refused(400, "missing_field").param("path")).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "", "nonsense", "{} {}", "{\"name\":\"a\",\"name\":\"b\"}", "{'a':1}"})
  void refuses_malformed_json(String body) {
    post(body).refused(400, "malformed_json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "5", "\"web\"", "true"})
  void refuses_json_that_is_no_object(String body) {
    assertThat(post(body).refused(400, "invalid_value").param("path")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void accepts_a_definition_at_the_limit(int length) {
    String definition = "d".repeat(length);
    assertThat(postWith("service_definition", definition).data().get("service_definition").asText())
        .isEqualTo(definition);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101, 5000})
  void refuses_a_definition_beyond_the_limits(int length) {
    ApiResponse response = postWith("service_definition", "d".repeat(length));
    assertThat(response.refused(400, "validation_failed").json().at("/params/violations/0/path"))
        .hasToString("\"service_definition\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100})
  void accepts_a_name_at_the_limit(int length) {
    String name = "n".repeat(length);
    assertThat(postWith("name", name).data().get("name").asText()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 5000})
  void refuses_a_name_over_the_limit(int length) {
    ApiResponse response = postWith("name", "n".repeat(length));
    assertThat(response.refused(400, "validation_failed").json().at("/params/violations/0/path"))
        .hasToString("\"name\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "service_definition"})
  void counts_code_points_instead_of_utf_16_units(String member) {
    String hundred = EMOJI.repeat(100);
    String id = postWith(member, hundred).id();
    assertThat(host.read(id).get(member).asText()).isEqualTo(hundred);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "service_definition"})
  void refuses_101_supplementary_characters(String member) {
    assertThat(postWith(member, EMOJI.repeat(101)).refused(400, "validation_failed").status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" ", " web ", "a\\nb", "<script>", "'; drop table service; --", "ﬁ e\u0301"})
  void stores_text_unchanged(String name) {
    assertThat(postWith("name", name).data().get("name").asText()).isEqualTo(name);
  }

  @Test
  void returns_all_violations_at_once() {
    var body = BodyVariant.with(host.serviceBody("n".repeat(101)), "service_definition", "");
    assertThat(post(body).refused(400, "validation_failed").json().at("/params/violations"))
        .hasSize(2);
  }

  @Test
  void reports_a_missing_member_before_a_broken_limit() {
    var body = BodyVariant.without(host.serviceBody("n".repeat(101)), "host_id");
    assertThat(post(body).refused(400, "missing_field").param("path")).isEqualTo("host_id");
  }

  @Test
  void refuses_a_lone_surrogate() {
    String body = "{\"name\":\"\\ud83d\"}";
    assertThat(post(body).refused(400, "invalid_value").param("path")).isEqualTo("name");
  }
}
