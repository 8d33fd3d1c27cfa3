package io.berth.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.Fixture;
import io.berth.testing.JsonBody;
import io.berth.testing.Sql;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PUT and DELETE of hosts. */
class HostChangesIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final ApiClient client = network.client();
  private final TestHost host = network.host("before");
  private final String path = "/hosts/" + host.id();
  private final Map<String, Object> body = JsonBody.of("name", "after", "hidden", true);

  private ApiResponse put(Object... members) {
    return client.put(path, JsonBody.with(body, members));
  }

  private Map<String, Object> proxmox() {
    return Map.of(
        "type", "Proxmox", "details", Map.of("service_id", network.host().service("runner")));
  }

  @Test
  void get_returns_what_put_returned() {
    ApiResponse changed = put("hostname", "h", "description", "d", "virtualization", proxmox());
    assertThat(client.get(path).data()).isEqualTo(changed.data());
  }

  @Test
  void put_keeps_id_source_network_and_created_at() {
    ApiResponse before = client.get(path);
    ApiResponse after =
        put("id", Fixture.unknown(), "created_at", "x", "source", Map.of("type", "System"));
    for (String member : List.of("id", "created_at", "source", "network_id")) {
      assertThat(after.data().get(member)).as(member).isEqualTo(before.data().get(member));
    }
  }

  @Test
  void put_advances_updated_at() {
    ApiResponse before = client.get(path);
    assertThat(Instant.parse(put().text("updated_at")))
        .isAfter(Instant.parse(before.text("updated_at")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hostname", "description"})
  void put_clears_an_omitted_member(String member) {
    put(member, "x").data();
    assertThat(put().data().get(member).isNull()).isTrue();
  }

  @Test
  void put_keeps_an_omitted_virtualization() {
    ApiResponse virtual = put("virtualization", proxmox());
    assertThat(put().data().get("virtualization")).isEqualTo(virtual.data().get("virtualization"));
  }

  @Test
  void put_clears_a_null_virtualization() {
    put("virtualization", proxmox()).data();
    put("virtualization", null).data();
    assertThat(client.get(path).data().get("virtualization").isNull()).isTrue();
  }

  @Test
  void put_keeps_omitted_tags() {
    put("tags", List.of(tenant.tag("t"))).data();
    assertThat(put().data().get("tags")).hasSize(1);
  }

  @Test
  void put_with_an_empty_list_removes_the_tags() {
    put("tags", List.of(tenant.tag("t"))).data();
    put("tags", List.of()).data();
    assertThat(client.get(path).data().get("tags")).isEmpty();
  }

  @Test
  void put_replaces_the_tags() {
    put("tags", List.of(tenant.tag("a"))).data();
    String other = tenant.tag("b");
    put("tags", List.of(other)).data();
    assertThat(client.get(path).data().get("tags").toString()).isEqualTo("[\"" + other + "\"]");
  }

  @Test
  void put_keeps_children_if_their_lists_are_omitted() {
    host.service("web", TestHost.onPort(host.port(80), host.iface()));
    ApiResponse before = client.get(path);
    ApiResponse after = put();
    for (String member : List.of("interfaces", "ports", "services")) {
      assertThat(after.data().get(member)).as(member).isEqualTo(before.data().get(member));
    }
  }

  @Test
  void put_keeps_children_if_their_lists_are_null() {
    String port = host.port(80);
    ApiResponse after = put("interfaces", null, "ports", null, "services", null);
    assertThat(after.data().at("/ports/0/id").asText()).isEqualTo(port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "hidden"})
  void refuses_a_missing_member(String member) {
    client.put(path, JsonBody.without(body, member)).refusedAt(member, 400, "missing_field");
  }

  @ParameterizedTest
  @CsvSource({"name, 101", "description, 501"})
  void refuses_a_text_over_the_limit(String member, int length) {
    put(member, "x".repeat(length)).refusedAt(member, 400, "validation_failed");
  }

  @Test
  void put_accepts_the_expected_updated_at() {
    String expected = client.get(path).text("updated_at");
    assertThat(put("expected_updated_at", expected).text("name")).isEqualTo("after");
  }

  @Test
  void put_accepts_the_expected_updated_at_in_another_time_zone() {
    Instant expected = Instant.parse(client.get(path).text("updated_at"));
    String otherZone = expected.atOffset(java.time.ZoneOffset.ofHours(5)).toString();
    assertThat(put("expected_updated_at", otherZone).text("name")).isEqualTo("after");
  }

  @Test
  void put_refuses_an_outdated_expected_updated_at() {
    String expected = client.get(path).text("updated_at");
    put().data();
    put("expected_updated_at", expected).refused(409, "entity_changed");
  }

  @Test
  void put_changes_nothing_for_an_outdated_expected_updated_at() {
    String expected = client.get(path).text("updated_at");
    ApiResponse before = put();
    put("expected_updated_at", expected, "name", "third", "tags", List.of(tenant.tag("t")));
    assertThat(client.get(path).data()).isEqualTo(before.data());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"x\"", "\"2026-11-24\"", "\"\"", "[]"})
  void put_refuses_an_expected_updated_at_that_is_no_time(String json) {
    client
        .put(path, JsonBody.withJson(body, "expected_updated_at", json))
        .refusedAt("expected_updated_at", 400, "invalid_value");
  }

  @Test
  void put_returns_404_for_an_unknown_host() {
    client.put("/hosts/" + Fixture.unknown(), body).refused(404, "entity_not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"interface", "port", "service", "binding", "tag_assignment"})
  void delete_also_deletes_the_children(String table) {
    host.service("web", TestHost.onPort(host.port(80), host.iface()));
    put("tags", List.of(tenant.tag("t"))).data();
    String count = "select count(*) from " + table + " where host_id = ?";
    UUID id = UUID.fromString(host.id());
    assertThat(Sql.number(count, id)).isEqualTo(1);
    client.delete(path).data();
    assertThat(Sql.number(count, id)).isZero();
  }

  @Test
  void bulk_delete_also_deletes_the_tag_assignments_of_services() {
    Map<String, Object> service =
        JsonBody.with(host.serviceBody("s"), "tags", List.of(tenant.tag("t")));
    UUID id = UUID.fromString(client.post("/services", service).id());
    client.post("/hosts/bulk-delete", List.of(host.id())).data();
    assertThat(Sql.number("select count(*) from tag_assignment where service_id = ?", id)).isZero();
  }

  @Test
  void delete_keeps_the_ports_of_other_hosts() {
    TestHost other = network.host();
    String port = other.port(80);
    client.delete(path).data();
    assertThat(client.get("/ports").ids()).containsExactly(port);
  }
}
