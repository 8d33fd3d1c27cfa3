package io.berth.inventory;

import static io.berth.testing.HostContents.iface;
import static io.berth.testing.HostContents.newId;
import static io.berth.testing.HostContents.port;
import static io.berth.testing.HostContents.service;
import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiResponse;
import io.berth.testing.DatabaseDump;
import io.berth.testing.Fixture;
import io.berth.testing.JsonBody;
import io.berth.testing.TestHost;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusals of a PUT of a host with its lists. */
class HostListsRefusedIT extends HostListBodies {
  @Test
  void refuses_a_binding_to_a_port_that_the_list_omits() {
    ApiResponse refused = put("ports", List.of(port(https, 443)), "services", list("services"));
    assertThat(refused.refused(400, "binding_wrong_host").param("id")).isEqualTo(http);
  }

  @Test
  void refuses_a_port_that_two_listed_services_claim() {
    ApiResponse refused =
        put(
            "services",
            List.of(
                service(web, "web", onPort(http)), service(proxy, "proxy", onPort(http, eth1))));
    assertThat(refused.refused(400, "port_claimed").param("service_name")).isEqualTo("web");
  }

  @Test
  void accepts_a_service_with_the_port_of_a_deleted_service() {
    put("services", List.of(service(proxy, "proxy", onPort(http)))).data();
  }

  @ParameterizedTest
  @CsvSource({"interfaces, interface", "ports, port", "services, service"})
  void refuses_the_id_of_an_entity_of_another_host(String list, String kind) {
    for (Fixture fixture : List.of(Fixture.of(tenant), Fixture.create())) {
      String id = fixture.id(kind);
      Map<String, Object> entry =
          switch (kind) {
            case "interface" -> iface(id, network, "10.0.9.9");
            case "port" -> port(id, 9000);
            default -> service(id, "s");
          };
      assertThat(put(list, List.of(entry)).refused(409, "id_taken").param("id")).isEqualTo(id);
    }
  }

  @Test
  void refuses_an_address_of_another_host_unless_it_is_already_stored() {
    TestHost other = network.host("other");
    client.post("/interfaces", other.interfaceBody("10.0.9.9")).data();
    Map<String, Object> same = iface(eth0, network, "10.0.9.9");
    put("interfaces", List.of(same))
        .refusedAt("interfaces[0].ip_address", 400, "validation_failed");
    client.post("/interfaces", host.interfaceBody("10.0.9.9")).data();
    put("interfaces", list("interfaces")).data();
  }

  @Test
  void refuses_positions_with_gaps_that_differ_from_the_stored_ones() {
    put("services", List.of(JsonBody.with(service(web, "web"), "position", 7)))
        .refusedAt("services[0].position", 400, "validation_failed");
  }

  @Test
  void returns_404_for_a_host_of_another_tenant() {
    Map<String, Object> lists = JsonBody.of("name", "h", "hidden", false, "ports", List.of());
    client.put("/hosts/" + Fixture.create().id("host"), lists).refused(404, "entity_not_found");
  }

  @Test
  void changes_nothing_if_refused() {
    put("services", list("services"), "tags", List.of(tenant.tag("t"))).data();
    String taken = Fixture.of(tenant).id("service");
    Map<String, List<String>> before = DatabaseDump.ofAllTables();
    put("name", "x", "ports", List.of(), "services", list("services"));
    put("name", "x", "ports", List.of(), "services", List.of(service(taken, "s")));
    put("name", "x", "interfaces", List.of(), "tags", List.of(newId()));
    put("name", "x", "ports", List.of(), "expected_updated_at", "2020-01-01T00:00:00Z");
    assertThat(DatabaseDump.ofAllTables()).isEqualTo(before);
  }
}
