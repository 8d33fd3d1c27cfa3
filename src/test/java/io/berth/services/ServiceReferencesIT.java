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

/** What else a service that is sent refers to: host, network, tags, what it runs in. */
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
  void a_host_of_another_network_than_the_request_says_is_a_mismatch() {
    ApiResponse answer = postWith("network_id", tenant.network().id());
    assertThat(answer.refused(400, "entity_network_mismatch").param("entity")).isEqualTo("Host");
  }

  @Test
  void an_unknown_host_is_named() {
    String unknown = UUID.randomUUID().toString();
    ApiResponse answer = postWith("host_id", unknown).refused(400, "unknown_reference");
    assertThat(List.of(answer.param("entity"), answer.param("id")))
        .containsExactly("Host", unknown);
  }

  @Test
  void the_host_of_another_tenant_is_unknown() {
    String foreign = TestTenant.create().network().host().id();
    assertThat(postWith("host_id", foreign).refused(400, "unknown_reference").param("id"))
        .isEqualTo(foreign);
  }

  @Test
  void an_unknown_network_is_out_of_reach() {
    String unknown = UUID.randomUUID().toString();
    ApiResponse answer = postWith("network_id", unknown).refused(403, "entity_access_denied");
    assertThat(List.of(answer.param("entity"), answer.param("id")))
        .containsExactly("Network", unknown);
  }

  @Test
  void the_network_of_another_tenant_is_out_of_reach() {
    String foreign = TestTenant.create().network().id();
    assertThat(postWith("network_id", foreign).refused(403, "entity_access_denied").param("id"))
        .isEqualTo(foreign);
  }

  @Test
  void a_network_outside_the_scope_of_the_key_is_out_of_reach() {
    var scoped = tenant.key("Member", tenant.network());
    ApiResponse answer = scoped.post("/services", host.serviceBody("web"));
    assertThat(answer.refused(403, "entity_access_denied").param("id")).isEqualTo(network.id());
  }

  @Test
  void a_key_within_its_scope_makes_services() {
    var scoped = tenant.key("Member", network);
    assertThat(scoped.post("/services", host.serviceBody("web")).status()).isEqualTo(200);
  }

  @Test
  void a_host_outside_the_scope_of_the_key_is_unknown() {
    TestNetwork reached = tenant.network();
    var scoped = tenant.key("Member", reached);
    var body = BodyVariant.with(host.serviceBody("web"), "network_id", reached.id());
    assertThat(scoped.post("/services", body).refused(400, "unknown_reference").param("id"))
        .isEqualTo(host.id());
  }

  @Test
  void tags_come_back_in_the_order_in_which_they_were_sent() {
    List<String> tags = List.of(tenant.tag("b"), tenant.tag("a"), tenant.tag("c"));
    assertThat(texts(postWith("tags", tags).data().get("tags"))).isEqualTo(tags);
  }

  @Test
  void a_tag_that_is_sent_twice_is_assigned_once() {
    String tag = tenant.tag("a");
    String id = postWith("tags", List.of(tag, tag)).id();
    assertThat(texts(host.read(id).get("tags"))).containsExactly(tag);
  }

  @Test
  void an_unknown_tag_is_named() {
    String unknown = UUID.randomUUID().toString();
    ApiResponse answer = postWith("tags", List.of(tenant.tag("a"), unknown));
    answer.refused(400, "unknown_reference");
    assertThat(List.of(answer.param("entity"), answer.param("id"))).containsExactly("Tag", unknown);
  }

  @Test
  void the_tag_of_another_tenant_is_unknown() {
    String foreign = TestTenant.create().tag("a");
    assertThat(postWith("tags", List.of(foreign)).refused(400, "unknown_reference").param("id"))
        .isEqualTo(foreign);
  }

  @Test
  void a_null_virtualization_is_none() {
    assertThat(postWith("virtualization", null).data().get("virtualization").isNull()).isTrue();
  }

  @Test
  void a_full_virtualization_comes_back() {
    var docker = docker("web-1", "4f1c", host.service("dockerd"));
    String id = postWith("virtualization", docker).id();
    assertThat(host.read(id).get("virtualization")).isEqualTo(json(docker));
  }

  @Test
  void the_names_of_a_container_come_back_as_null_when_they_are_absent() {
    String dockerd = host.service("dockerd");
    var bare = Map.of("type", "Docker", "details", Map.of("service_id", dockerd));
    assertThat(postWith("virtualization", bare).data().get("virtualization"))
        .isEqualTo(json(docker(null, null, dockerd)));
  }

  @Test
  void the_name_of_a_container_has_a_limit() {
    var docker = docker("n".repeat(101), null, host.service("dockerd"));
    ApiResponse answer = postWith("virtualization", docker).refused(400, "validation_failed");
    assertThat(answer.json().at("/params/violations/0/path").asText())
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
