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

/** PUT /services/{id}, except bindings and moves. */
class ReplaceServiceIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final TestHost host = network.host();

  private ApiResponse put(String service, Object body) {
    return network.client().put("/services/" + service, body);
  }

  private String createTagged(String... tags) {
    var body = BodyVariant.with(host.serviceBody("web"), "tags", List.of(tags));
    return network.client().post("/services", body).id();
  }

  private Map<String, Object> docker() {
    return Map.of("type", "Docker", "details", Map.of("service_id", host.service("dockerd")));
  }

  private String createWithVirtualization() {
    var body = BodyVariant.with(host.serviceBody("web"), "virtualization", docker());
    return network.client().post("/services", body).id();
  }

  @Test
  void replaces_name_and_definition() {
    String service = host.service("web");
    put(service, BodyVariant.with(host.serviceBody("new"), "service_definition", "Other")).data();
    JsonNode read = host.read(service);
    assertThat(List.of(read.get("name").asText(), read.get("service_definition").asText()))
        .containsExactly("new", "Other");
  }

  @Test
  void get_returns_what_put_returned() {
    String service = host.service("web");
    JsonNode response = host.tryReplace(service, "new", onPort(host.port(80))).data();
    assertThat(host.read(service)).isEqualTo(response);
  }

  @Test
  void ignores_the_id_of_another_service_in_the_body() {
    String service = host.service("web");
    var body = BodyVariant.with(host.serviceBody("new"), "id", host.service("other"));
    assertThat(put(service, body).id()).isEqualTo(service);
  }

  @Test
  void ignores_an_unknown_id_in_the_body() {
    String service = host.service("web");
    var body = BodyVariant.with(host.serviceBody("new"), "id", UUID.randomUUID().toString());
    assertThat(put(service, body).id()).isEqualTo(service);
  }

  @Test
  void keeps_created_at() {
    JsonNode created = host.tryService("web").data();
    var body = BodyVariant.with(host.serviceBody("new"), "created_at", "2001-01-01T00:00:00Z");
    JsonNode response = put(created.get("id").asText(), body).data();
    assertThat(response.get("created_at")).isEqualTo(created.get("created_at"));
  }

  @Test
  void keeps_the_source() {
    var body = BodyVariant.with(host.serviceBody("new"), "source", Map.of("type", "System"));
    assertThat(put(host.service("web"), body).data().at("/source/type").asText())
        .isEqualTo("Manual");
  }

  @Test
  void advances_updated_at() {
    JsonNode created = host.tryService("web").data();
    JsonNode response = host.tryReplace(created.get("id").asText(), "web").data();
    assertThat(Instant.parse(response.get("updated_at").asText()))
        .isAfter(Instant.parse(created.get("updated_at").asText()));
  }

  @Test
  void accepts_a_service_that_is_sent_back_as_read() {
    String tag = tenant.tag("a");
    var body =
        BodyVariant.with(host.serviceBody("web", onPort(host.port(80))), "tags", List.of(tag));
    var full = BodyVariant.with(body, "virtualization", docker());
    JsonNode created = network.client().post("/services", full).data();
    JsonNode response = put(created.get("id").asText(), created).data();
    assertThat(BodyVariant.without(members(response), "updated_at"))
        .isEqualTo(BodyVariant.without(members(created), "updated_at"));
  }

  private static Map<String, Object> members(JsonNode object) {
    return new com.fasterxml.jackson.databind.ObjectMapper()
        .convertValue(object, new com.fasterxml.jackson.core.type.TypeReference<>() {});
  }

  @Test
  void an_empty_list_removes_all_tags() {
    String service = createTagged(tenant.tag("a"), tenant.tag("b"));
    put(service, BodyVariant.with(host.serviceBody("web"), "tags", List.of())).data();
    assertThat(host.read(service).get("tags")).isEmpty();
  }

  @Test
  void keeps_absent_tags() {
    String tag = tenant.tag("a");
    String service = createTagged(tag);
    assertThat(put(service, host.serviceBody("web")).data().at("/tags/0").asText()).isEqualTo(tag);
  }

  @Test
  void replaces_the_tags() {
    String service = createTagged(tenant.tag("a"), tenant.tag("b"));
    String tag = tenant.tag("c");
    put(service, BodyVariant.with(host.serviceBody("web"), "tags", List.of(tag))).data();
    assertThat(host.read(service).get("tags").toString()).isEqualTo("[\"" + tag + "\"]");
  }

  @Test
  void accepts_a_tag_that_is_already_assigned() {
    String tag = tenant.tag("a");
    String service = createTagged(tag);
    put(service, BodyVariant.with(host.serviceBody("web"), "tags", List.of(tag))).data();
    assertThat(host.read(service).get("tags").toString()).isEqualTo("[\"" + tag + "\"]");
  }

  @Test
  void keeps_an_absent_virtualization() {
    String service = createWithVirtualization();
    assertThat(put(service, host.serviceBody("web")).data().at("/virtualization/type").asText())
        .isEqualTo("Docker");
  }

  @Test
  void clears_a_null_virtualization() {
    String service = createWithVirtualization();
    put(service, BodyVariant.with(host.serviceBody("web"), "virtualization", null)).data();
    assertThat(host.read(service).get("virtualization").isNull()).isTrue();
  }

  @Test
  void sets_a_virtualization() {
    String service = host.service("web");
    put(service, BodyVariant.with(host.serviceBody("web"), "virtualization", docker())).data();
    assertThat(host.read(service).at("/virtualization/type").asText()).isEqualTo("Docker");
  }

  @ParameterizedTest
  @ValueSource(strings = {"host_id", "network_id", "service_definition", "name"})
  void refuses_a_missing_member(String member) {
    ApiResponse response =
        put(host.service("web"), BodyVariant.without(host.serviceBody("web"), member));
    assertThat(response.refused(400, "missing_field").param("path")).isEqualTo(member);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "service_definition"})
  void refuses_a_text_over_the_limit(String member) {
    var body = BodyVariant.with(host.serviceBody("web"), member, "n".repeat(101));
    put(host.service("web"), body).refused(400, "validation_failed");
  }

  @Test
  void refuses_an_unknown_tag() {
    String unknown = UUID.randomUUID().toString();
    var body = BodyVariant.with(host.serviceBody("web"), "tags", List.of(unknown));
    assertThat(put(host.service("web"), body).refused(400, "unknown_reference").param("id"))
        .isEqualTo(unknown);
  }

  @Test
  void returns_404_for_an_unknown_service() {
    String unknown = UUID.randomUUID().toString();
    ApiResponse response = put(unknown, host.serviceBody("web")).refused(404, "entity_not_found");
    assertThat(List.of(response.param("entity"), response.param("id")))
        .containsExactly("Service", unknown);
  }

  @Test
  void returns_404_for_a_service_of_another_tenant() {
    String foreign = TestTenant.create().network().host().service("web");
    put(foreign, host.serviceBody("web")).refused(404, "entity_not_found");
  }

  @Test
  void refuses_a_path_that_is_no_id() {
    put("no-id", host.serviceBody("web")).refused(400, "invalid_value");
  }
}
