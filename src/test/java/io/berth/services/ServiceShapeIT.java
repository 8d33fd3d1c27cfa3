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

/** What a service that is sent must look like, before any rule. */
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
  void a_required_member_that_is_absent_is_named(String member) {
    ApiResponse answer = post(BodyVariant.without(host.serviceBody("web"), member));
    assertThat(answer.refused(400, "missing_field").param("path")).isEqualTo(member);
  }

  @ParameterizedTest
  @ValueSource(strings = {"host_id", "network_id", "service_definition", "name"})
  void a_required_member_that_is_null_is_missing(String member) {
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
  void an_ill_typed_member_is_named(String member, String json, String path)
      throws JsonProcessingException {
    ApiResponse answer = postWith(member, new ObjectMapper().readTree(json));
    assertThat(answer.refused(400, "invalid_value").param("path")).isEqualTo(path);
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
  void a_required_member_within_a_member_is_named(String member, String json, String path)
      throws JsonProcessingException {
    ApiResponse answer = postWith(member, new ObjectMapper().readTree(json));
    assertThat(answer.refused(400, "missing_field").param("path")).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "", "nonsense", "{} {}", "{\"name\":\"a\",\"name\":\"b\"}", "{'a':1}"})
  void what_is_no_json_is_malformed(String body) {
    post(body).refused(400, "malformed_json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "5", "\"web\"", "true"})
  void what_is_no_object_has_the_wrong_shape(String body) {
    assertThat(post(body).refused(400, "invalid_value").param("path")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void a_definition_at_its_borders_is_kept(int length) {
    String definition = "d".repeat(length);
    assertThat(postWith("service_definition", definition).data().get("service_definition").asText())
        .isEqualTo(definition);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101, 5000})
  void a_definition_beyond_its_borders_is_refused(int length) {
    ApiResponse answer = postWith("service_definition", "d".repeat(length));
    assertThat(answer.refused(400, "validation_failed").json().at("/params/violations/0/path"))
        .hasToString("\"service_definition\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100})
  void a_name_at_its_borders_is_kept(int length) {
    String name = "n".repeat(length);
    assertThat(postWith("name", name).data().get("name").asText()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 5000})
  void a_name_beyond_its_border_is_refused(int length) {
    ApiResponse answer = postWith("name", "n".repeat(length));
    assertThat(answer.refused(400, "validation_failed").json().at("/params/violations/0/path"))
        .hasToString("\"name\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "service_definition"})
  void lengths_count_characters_not_their_halves(String member) {
    String hundred = EMOJI.repeat(100);
    String id = postWith(member, hundred).id();
    assertThat(host.read(id).get(member).asText()).isEqualTo(hundred);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "service_definition"})
  void a_hundred_and_one_characters_of_two_halves_are_too_many(String member) {
    assertThat(postWith(member, EMOJI.repeat(101)).refused(400, "validation_failed").status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" ", " web ", "a\\nb", "<script>", "'; drop table service; --", "ﬁ e\u0301"})
  void text_is_kept_as_it_is(String name) {
    assertThat(postWith("name", name).data().get("name").asText()).isEqualTo(name);
  }

  @Test
  void every_broken_limit_is_told_at_once() {
    var body = BodyVariant.with(host.serviceBody("n".repeat(101)), "service_definition", "");
    assertThat(post(body).refused(400, "validation_failed").json().at("/params/violations"))
        .hasSize(2);
  }

  @Test
  void a_missing_member_comes_before_a_broken_limit() {
    var body = BodyVariant.without(host.serviceBody("n".repeat(101)), "host_id");
    assertThat(post(body).refused(400, "missing_field").param("path")).isEqualTo("host_id");
  }

  @Test
  void a_name_of_half_a_character_is_refused() {
    String body = "{\"name\":\"\\ud83d\"}";
    assertThat(post(body).refused(400, "invalid_value").param("path")).isEqualTo("name");
  }
}
