package io.berth.inventory.subnets;

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
import org.junit.jupiter.params.provider.ValueSource;

/** Replacing and deleting a subnet. */
class SubnetChangesIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final ApiClient client = network.client();
  private final Map<String, Object> body = network.subnetBody("10.0.0.0/16");
  private final String subnet = network.subnet();
  private final String path = "/subnets/" + subnet;

  private ApiResponse put(Object... members) {
    return client.put(path, JsonBody.with(body, members));
  }

  @Test
  void returns_a_subnet_as_it_was_replaced() {
    ApiResponse changed = put("cidr", "172.16.0.0/12", "name", "n", "description", "d");
    assertThat(client.get(path).data()).isEqualTo(changed.data());
  }

  @Test
  void keeps_id_source_and_created_at() {
    ApiResponse before = client.get(path);
    ApiResponse changed = put("id", Fixture.unknown(), "source", Map.of("type", "System"));
    assertThat(changed.text("id") + changed.text("created_at") + changed.data().get("source"))
        .isEqualTo(before.text("id") + before.text("created_at") + before.data().get("source"));
  }

  @Test
  void keeps_the_source_of_a_system_subnet() {
    String internet = client.get("/subnets?order_by=name").ids().get(0);
    client.put("/subnets/" + internet, JsonBody.with(body, "cidr", "0.0.0.0/0")).data();
    assertThat(client.get("/subnets/" + internet).data().at("/source/type").asText())
        .isEqualTo("System");
  }

  @Test
  void changes_updated_at() {
    ApiResponse before = client.get(path);
    assertThat(Instant.parse(put().text("updated_at")))
        .isAfter(Instant.parse(before.text("updated_at")));
  }

  @Test
  void clears_an_omitted_description() {
    put("description", "d").data();
    assertThat(put().data().get("description").isNull()).isTrue();
  }

  @Test
  void keeps_its_tags_when_put_omits_them() {
    put("tags", List.of(tenant.tag("t"))).data();
    assertThat(put().data().get("tags")).hasSize(1);
  }

  @Test
  void removes_its_tags_when_put_sends_an_empty_list() {
    put("tags", List.of(tenant.tag("t"))).data();
    put("tags", List.of()).data();
    assertThat(client.get(path).data().get("tags")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cidr", "network_id", "name", "subnet_type"})
  void requires_the_member(String member) {
    client.put(path, JsonBody.without(body, member)).refusedAt(member, 400, "missing_field");
  }

  @Test
  void refuses_a_longer_description() {
    put("description", "x".repeat(501)).refusedAt("description", 400, "validation_failed");
  }

  @Test
  void refuses_host_bits() {
    put("cidr", "10.0.0.1/16").refusedAt("cidr", 400, "validation_failed");
  }

  @Test
  void refuses_another_network() {
    put("network_id", tenant.network().id()).refused(400, "entity_network_mismatch");
  }

  @Test
  void refuses_a_block_of_another_subnet() {
    network.subnet("10.1.0.0/16");
    put("cidr", "10.1.0.0/16").refused(409, "name_taken");
  }

  @Test
  void accepts_a_smaller_block_with_all_interface_addresses() {
    client.post("/interfaces", network.host().interfaceBody("10.0.1.7")).data();
    assertThat(put("cidr", "10.0.1.0/24").text("cidr")).isEqualTo("10.0.1.0/24");
  }

  @Test
  void refuses_a_block_without_an_interface_address() {
    client.post("/interfaces", network.host().interfaceBody("10.0.1.7")).data();
    put("cidr", "10.0.2.0/24").refusedAt("cidr", 400, "validation_failed");
  }

  @Test
  void changes_nothing_when_it_refuses_a_block() {
    client.post("/interfaces", network.host().interfaceBody("10.0.1.7")).data();
    ApiResponse before = client.get(path);
    put("cidr", "10.0.2.0/24", "name", "other");
    assertThat(client.get(path).data()).isEqualTo(before.data());
  }

  @Test
  void deletes_its_interfaces_and_their_bindings() {
    TestHost host = network.host();
    String service = host.service("web", TestHost.onInterface(host.iface()));
    client.delete(path).data();
    assertThat(
            Sql.rows(
                "select (select count(*) from interface where subnet_id = ?),"
                    + " (select count(*) from binding where service_id = ?),"
                    + " (select count(*) from service where id = ?)",
                UUID.fromString(subnet),
                UUID.fromString(service),
                UUID.fromString(service)))
        .containsExactly(List.of(0L, 0L, 1L));
  }

  @Test
  void deletes_its_tag_assignments() {
    put("tags", List.of(tenant.tag("t"))).data();
    client.delete(path).data();
    UUID id = UUID.fromString(subnet);
    assertThat(Sql.number("select count(*) from tag_assignment where subnet_id = ?", id)).isZero();
  }
}
