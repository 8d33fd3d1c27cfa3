package io.berth.services;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiResponse;
import io.berth.testing.BodyVariant;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** References of a service in a request: host, network, tags and virtualization. */
class ServiceReferencesIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final TestHost host = network.host();

  private ApiResponse postWith(String member, Object value) {
    return network
        .client()
        .post("/services", BodyVariant.with(host.serviceBody("web"), member, value));
  }

  @Test
  void refuses_a_host_of_another_network_than_in_the_body() {
    ApiResponse response = postWith("network_id", tenant.network().id());
    assertThat(response.refused(400, "entity_network_mismatch").param("entity")).isEqualTo("Host");
  }

  @Test
  void refuses_an_unknown_host() {
    String unknown = UUID.randomUUID().toString();
    ApiResponse response = postWith("host_id", unknown).refused(400, "unknown_reference");
    assertThat(List.of(response.param("entity"), response.param("id")))
        .containsExactly("Host", unknown);
  }

  @Test
  void refuses_a_host_of_another_tenant_like_an_unknown_one() {
    String foreign = TestTenant.create().network().host().id();
    assertThat(postWith("host_id", foreign).refused(400, "unknown_reference").param("id"))
        .isEqualTo(foreign);
  }

  @Test
  void refuses_an_unknown_network() {
    String unknown = UUID.randomUUID().toString();
    ApiResponse response = postWith("network_id", unknown).refused(403, "entity_access_denied");
    assertThat(List.of(response.param("entity"), response.param("id")))
        .containsExactly("Network", unknown);
  }

  @Test
  void refuses_a_network_of_another_tenant() {
    String foreign = TestTenant.create().network().id();
    assertThat(postWith("network_id", foreign).refused(403, "entity_access_denied").param("id"))
        .isEqualTo(foreign);
  }

  @Test
  void refuses_a_network_outside_the_scope_of_the_key() {
    var scoped = tenant.key("Member", tenant.network());
    ApiResponse response = scoped.post("/services", host.serviceBody("web"));
    assertThat(response.refused(403, "entity_access_denied").param("id")).isEqualTo(network.id());
  }

  @Test
  void accepts_a_network_in_the_scope_of_the_key() {
    var scoped = tenant.key("Member", network);
    assertThat(scoped.post("/services", host.serviceBody("web")).status()).isEqualTo(200);
  }

  @Test
  void refuses_a_host_outside_the_scope_of_the_key_like_an_unknown_one() {
    TestNetwork accessible = tenant.network();
    var scoped = tenant.key("Member", accessible);
    var body = BodyVariant.with(host.serviceBody("web"), "network_id", accessible.id());
    assertThat(scoped.post("/services", body).refused(400, "unknown_reference").param("id"))
        .isEqualTo(host.id());
  }

  @Test
  void returns_tags_in_the_sent_order() {
    List<String> tags = List.of(tenant.tag("b"), tenant.tag("a"), tenant.tag("c"));
    assertThat(texts(postWith("tags", tags).data().get("tags"))).isEqualTo(tags);
  }

  @Test
  void assigns_a_repeated_tag_once() {
    String tag = tenant.tag("a");
    String id = postWith("tags", List.of(tag, tag)).id();
    assertThat(texts(host.read(id).get("tags"))).containsExactly(tag);
  }

  @Test
  void refuses_an_unknown_tag() {
    String unknown = UUID.randomUUID().toString();
    ApiResponse response = postWith("tags", List.of(tenant.tag("a"), unknown));
    response.refused(400, "unknown_reference");
    assertThat(List.of(response.param("entity"), response.param("id")))
        .containsExactly("Tag", unknown);
  }

  @Test
  void refuses_a_tag_of_another_tenant_like_an_unknown_one() {
    String foreign = TestTenant.create().tag("a");
    assertThat(postWith("tags", List.of(foreign)).refused(400, "unknown_reference").param("id"))
        .isEqualTo(foreign);
  }

  @Test
  void returns_null_for_a_null_virtualization() {
    assertThat(postWith("virtualization", null).data().get("virtualization").isNull()).isTrue();
  }

  @Test
  void returns_a_complete_virtualization() {
    var docker = docker("web-1", "4f1c", host.service("dockerd"));
    String id = postWith("virtualization", docker).id();
    assertThat(host.read(id).get("virtualization")).isEqualTo(json(docker));
  }

  @Test
  void returns_null_for_absent_container_names() {
    String dockerd = host.service("dockerd");
    var minimal = Map.of("type", "Docker", "details", Map.of("service_id", dockerd));
    assertThat(postWith("virtualization", minimal).data().get("virtualization"))
        .isEqualTo(json(docker(null, null, dockerd)));
  }

  @Test
  void refuses_a_container_name_over_the_limit() {
    var docker = docker("n".repeat(101), null, host.service("dockerd"));
    ApiResponse response = postWith("virtualization", docker).refused(400, "validation_failed");
    assertThat(response.json().at("/params/violations/0/path").asText())
        .isEqualTo("virtualization.details.container_name");
  }

  private static Map<String, Object> docker(String name, String id, String service) {
    Map<String, Object> details = new HashMap<>();
    details.put("container_name", name);
    details.put("container_id", id);
    details.put("service_id", service);
    return Map.of("type", "Docker", "details", details);
  }

  private static JsonNode json(Object value) {
    return new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(value);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new java.util.ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
