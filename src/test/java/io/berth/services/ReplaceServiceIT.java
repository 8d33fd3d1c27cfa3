package io.berth.services;

import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiResponse;
import io.berth.testing.BodyVariant;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PUT /services/{id}: all but its bindings and its host. */
class ReplaceServiceIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final TestHost host = network.host();

  private ApiResponse put(String service, Object body) {
    return network.client().put("/services/" + service, body);
  }

  private String tagged(String... tags) {
    var body = BodyVariant.with(host.serviceBody("web"), "tags", List.of(tags));
    return network.client().post("/services", body).id();
  }

  private Map<String, Object> docker() {
    return Map.of("type", "Docker", "details", Map.of("service_id", host.service("dockerd")));
  }

  private String virtual() {
    var body = BodyVariant.with(host.serviceBody("web"), "virtualization", docker());
    return network.client().post("/services", body).id();
  }

  @Test
  void name_and_definition_become_what_is_sent() {
    String service = host.service("web");
    put(service, BodyVariant.with(host.serviceBody("new"), "service_definition", "Other")).data();
    JsonNode read = host.read(service);
    assertThat(List.of(read.get("name").asText(), read.get("service_definition").asText()))
        .containsExactly("new", "Other");
  }

  @Test
  void the_answer_is_what_can_be_read_afterwards() {
    String service = host.service("web");
    JsonNode answer = host.tryReplace(service, "new", onPort(host.port(80))).data();
    assertThat(host.read(service)).isEqualTo(answer);
  }

  @Test
  void the_id_of_the_path_wins() {
    String service = host.service("web");
    var body = BodyVariant.with(host.serviceBody("new"), "id", host.service("other"));
    assertThat(put(service, body).id()).isEqualTo(service);
  }

  @Test
  void the_id_of_the_body_may_be_unknown() {
    String service = host.service("web");
    var body = BodyVariant.with(host.serviceBody("new"), "id", UUID.randomUUID().toString());
    assertThat(put(service, body).id()).isEqualTo(service);
  }

  @Test
  void the_time_of_its_making_is_kept() {
    JsonNode made = host.tryService("web").data();
    var body = BodyVariant.with(host.serviceBody("new"), "created_at", "2001-01-01T00:00:00Z");
    JsonNode answer = put(made.get("id").asText(), body).data();
    assertThat(answer.get("created_at")).isEqualTo(made.get("created_at"));
  }

  @Test
  void the_source_is_kept() {
    var body = BodyVariant.with(host.serviceBody("new"), "source", Map.of("type", "System"));
    assertThat(put(host.service("web"), body).data().at("/source/type").asText())
        .isEqualTo("Manual");
  }

  @Test
  void the_time_of_the_change_is_now() {
    JsonNode made = host.tryService("web").data();
    JsonNode answer = host.tryReplace(made.get("id").asText(), "web").data();
    assertThat(Instant.parse(answer.get("updated_at").asText()))
        .isAfter(Instant.parse(made.get("updated_at").asText()));
  }

  @Test
  void a_service_as_it_was_read_can_be_sent_back() {
    String tag = tenant.tag("a");
    var body =
        BodyVariant.with(host.serviceBody("web", onPort(host.port(80))), "tags", List.of(tag));
    var full = BodyVariant.with(body, "virtualization", docker());
    JsonNode made = network.client().post("/services", full).data();
    JsonNode answer = put(made.get("id").asText(), made).data();
    assertThat(BodyVariant.without(members(answer), "updated_at"))
        .isEqualTo(BodyVariant.without(members(made), "updated_at"));
  }

  private static Map<String, Object> members(JsonNode object) {
    return new com.fasterxml.jackson.databind.ObjectMapper()
        .convertValue(object, new com.fasterxml.jackson.core.type.TypeReference<>() {});
  }

  @Test
  void no_tags_remove_all_tags() {
    String service = tagged(tenant.tag("a"), tenant.tag("b"));
    put(service, BodyVariant.with(host.serviceBody("web"), "tags", List.of())).data();
    assertThat(host.read(service).get("tags")).isEmpty();
  }

  @Test
  void absent_tags_are_kept() {
    String tag = tenant.tag("a");
    String service = tagged(tag);
    assertThat(put(service, host.serviceBody("web")).data().at("/tags/0").asText()).isEqualTo(tag);
  }

  @Test
  void sent_tags_replace_those_that_were() {
    String service = tagged(tenant.tag("a"), tenant.tag("b"));
    String tag = tenant.tag("c");
    put(service, BodyVariant.with(host.serviceBody("web"), "tags", List.of(tag))).data();
    assertThat(host.read(service).get("tags").toString()).isEqualTo("[\"" + tag + "\"]");
  }

  @Test
  void a_tag_that_was_there_may_be_sent_again() {
    String tag = tenant.tag("a");
    String service = tagged(tag);
    put(service, BodyVariant.with(host.serviceBody("web"), "tags", List.of(tag))).data();
    assertThat(host.read(service).get("tags").toString()).isEqualTo("[\"" + tag + "\"]");
  }

  @Test
  void an_absent_virtualization_is_kept() {
    String service = virtual();
    assertThat(put(service, host.serviceBody("web")).data().at("/virtualization/type").asText())
        .isEqualTo("Docker");
  }

  @Test
  void a_null_virtualization_clears() {
    String service = virtual();
    put(service, BodyVariant.with(host.serviceBody("web"), "virtualization", null)).data();
    assertThat(host.read(service).get("virtualization").isNull()).isTrue();
  }

  @Test
  void a_sent_virtualization_is_set() {
    String service = host.service("web");
    put(service, BodyVariant.with(host.serviceBody("web"), "virtualization", docker())).data();
    assertThat(host.read(service).at("/virtualization/type").asText()).isEqualTo("Docker");
  }

  @ParameterizedTest
  @ValueSource(strings = {"host_id", "network_id", "service_definition", "name"})
  void a_required_member_that_is_absent_is_named(String member) {
    ApiResponse answer =
        put(host.service("web"), BodyVariant.without(host.serviceBody("web"), member));
    assertThat(answer.refused(400, "missing_field").param("path")).isEqualTo(member);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "service_definition"})
  void a_text_that_is_too_long_is_refused(String member) {
    var body = BodyVariant.with(host.serviceBody("web"), member, "n".repeat(101));
    put(host.service("web"), body).refused(400, "validation_failed");
  }

  @Test
  void an_unknown_tag_is_refused() {
    String unknown = UUID.randomUUID().toString();
    var body = BodyVariant.with(host.serviceBody("web"), "tags", List.of(unknown));
    assertThat(put(host.service("web"), body).refused(400, "unknown_reference").param("id"))
        .isEqualTo(unknown);
  }

  @Test
  void an_unknown_service_is_not_found() {
    String unknown = UUID.randomUUID().toString();
    ApiResponse answer = put(unknown, host.serviceBody("web")).refused(404, "entity_not_found");
    assertThat(List.of(answer.param("entity"), answer.param("id")))
        .containsExactly("Service", unknown);
  }

  @Test
  void the_service_of_another_tenant_is_not_found() {
    String foreign = TestTenant.create().network().host().service("web");
    put(foreign, host.serviceBody("web")).refused(404, "entity_not_found");
  }

  @Test
  void a_path_that_is_no_id_is_refused() {
    put("no-id", host.serviceBody("web")).refused(400, "invalid_value");
  }
}
