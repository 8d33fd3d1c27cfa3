package io.berth.inventory;

import static io.berth.testing.TestHost.onInterface;
import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.DatabaseDump;
import io.berth.testing.Fixture;
import io.berth.testing.JsonBody;
import io.berth.testing.RuleChecker;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code PUT /hosts/{destination_host}/consolidate/{other_host}}: the destination takes over all
 * children of the other host, which is deleted.
 */
class ConsolidationIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final ApiClient client = network.client();
  private final TestHost host = network.host("destination");
  private final TestHost other = network.host("other");

  @AfterEach
  void assert_that_no_rule_is_broken() {
    assertThat(RuleChecker.findings()).isEmpty();
  }

  private ApiResponse consolidate(String destination, String otherId) {
    return client.send(
        "PUT",
        "/hosts/%s/consolidate/%s".formatted(destination, otherId),
        BodyPublishers.noBody(),
        List.of());
  }

  private ApiResponse consolidate() {
    return consolidate(host.id(), other.id());
  }

  private static List<String> ids(JsonNode host, String list) {
    return StreamSupport.stream(host.get(list).spliterator(), false)
        .map(child -> child.get("id").asText())
        .toList();
  }

  private String iface(TestHost on, String address, String mac) {
    return client
        .post("/interfaces", JsonBody.with(on.interfaceBody(address), "mac_address", mac))
        .id();
  }

  @Test
  void appends_the_children_of_the_other_host() {
    List<String> interfaces = List.of(host.iface(), other.iface(), other.iface());
    List<String> services =
        List.of(host.service("a"), other.service("b", onPort(other.port(80))), other.service("c"));
    JsonNode after = consolidate().data();
    assertThat(List.of(ids(after, "interfaces"), ids(after, "services")))
        .containsExactly(interfaces, services);
    assertThat(after.get("services").findValuesAsText("position")).containsExactly("0", "1", "2");
  }

  @Test
  void returns_what_get_returns_and_deletes_the_other_host() {
    other.service("b", onPort(other.port(80), other.iface()));
    ApiResponse after = consolidate();
    assertThat(client.get("/hosts/" + host.id()).data()).isEqualTo(after.data());
    client.get("/hosts/" + other.id()).refused(404, "entity_not_found");
  }

  @Test
  void keeps_ids_times_and_tags_of_moved_services() {
    String tag = tenant.tag("t");
    String port = other.port(80);
    String moved =
        client
            .post(
                "/services",
                JsonBody.with(other.serviceBody("b", onPort(port)), "tags", List.of(tag)))
            .id();
    JsonNode before = other.read(moved);
    JsonNode after = consolidate().data().at("/services/0");
    for (String member : List.of("id", "tags", "bindings", "created_at", "source")) {
      assertThat(after.get(member)).as(member).isEqualTo(before.get(member));
    }
  }

  @Test
  void does_not_take_over_the_tags_of_the_other_host() {
    String tag = tenant.tag("t");
    Map<String, Object> tagged = JsonBody.with(network.hostBody("x"), "tags", List.of(tag));
    assertThat(consolidate(host.id(), client.post("/hosts", tagged).id()).data().get("tags"))
        .isEmpty();
  }

  @Test
  void merges_equal_ports_and_redirects_bindings() {
    String http = host.port(80);
    String moved = other.service("b", onPort(other.port(80), other.iface()));
    JsonNode after = consolidate().data();
    assertThat(ids(after, "ports")).containsExactly(http);
    assertThat(other.read(moved).at("/bindings/0/port_id").asText()).isEqualTo(http);
  }

  @ParameterizedTest
  @CsvSource({"10.0.9.1, , 10.0.9.1, ", "10.0.9.1, DE:AD:BE:EF:00:01, 10.0.9.2, DE:AD:BE:EF:00:01"})
  void merges_equal_interfaces_and_redirects_bindings(
      String address, String mac, String otherAddress, String otherMac) {
    String kept = iface(host, address, mac);
    String moved = other.service("b", onInterface(iface(other, otherAddress, otherMac)));
    JsonNode after = consolidate().data();
    assertThat(ids(after, "interfaces")).containsExactly(kept);
    assertThat(other.read(moved).at("/bindings/0/interface_id").asText()).isEqualTo(kept);
  }

  @Test
  void fills_missing_members_of_a_merged_interface() {
    iface(host, "10.0.9.1", null);
    iface(other, "10.0.9.1", "DE:AD:BE:EF:00:01");
    assertThat(consolidate().data().at("/interfaces/0/mac_address").asText())
        .isEqualTo("DE:AD:BE:EF:00:01");
  }

  @Test
  void removes_bindings_that_become_equal() {
    iface(host, "10.0.9.1", "DE:AD:BE:EF:00:01");
    String one = iface(other, "10.0.9.2", "DE:AD:BE:EF:00:01");
    String two = iface(other, "10.0.9.1", null);
    String moved = other.service("b", onInterface(one), onInterface(two));
    consolidate().data();
    assertThat(other.bindingsOf(moved)).hasSize(1);
  }

  @Test
  void refuses_a_port_that_a_service_of_the_destination_claims() {
    host.service("web", onPort(host.port(80)));
    other.service("b", onPort(other.port(80), other.iface()));
    Map<String, List<String>> before = DatabaseDump.ofAllTables();
    ApiResponse refused = consolidate().refused(400, "port_claimed");
    assertThat(refused.param("port") + refused.param("service_name")).isEqualTo("80/tcpweb");
    assertThat(DatabaseDump.ofAllTables()).isEqualTo(before);
  }

  @Test
  void refuses_a_conflict_that_the_merge_causes() {
    iface(host, "10.0.9.1", "DE:AD:BE:EF:00:01");
    String one = iface(other, "10.0.9.2", "DE:AD:BE:EF:00:01");
    String two = iface(other, "10.0.9.1", null);
    other.service("b", onInterface(one), onPort(other.port(80), two));
    Map<String, List<String>> before = DatabaseDump.ofAllTables();
    consolidate().refused(400, "binding_conflict");
    assertThat(DatabaseDump.ofAllTables()).isEqualTo(before);
  }

  @Test
  void refuses_to_consolidate_a_host_with_itself() {
    consolidate(host.id(), host.id()).refusedAt("other_host", 400, "validation_failed");
  }

  @Test
  void names_the_invalid_path_parameter() {
    consolidate("nonsense", other.id()).refusedAt("destination_host", 400, "invalid_value");
    consolidate(host.id(), "nonsense").refusedAt("other_host", 400, "invalid_value");
  }

  @Test
  void refuses_a_host_of_another_network() {
    consolidate(host.id(), tenant.network().host().id()).refused(400, "entity_network_mismatch");
  }

  @Test
  void returns_404_if_either_host_is_unknown_or_of_another_tenant() {
    for (String id : List.of(Fixture.unknown(), Fixture.create().id("host"))) {
      for (ApiResponse response :
          List.of(consolidate(id, other.id()), consolidate(host.id(), id))) {
        assertThat(response.refused(404, "entity_not_found").param("id")).isEqualTo(id);
      }
    }
  }

  @Test
  void ignores_any_request_body() {
    Stream.of("{", "", "null", "text")
        .forEach(
            body -> {
              String one = network.host().id();
              client
                  .send(
                      "PUT",
                      "/hosts/%s/consolidate/%s".formatted(host.id(), one),
                      BodyPublishers.ofString(body),
                      List.of(
                          "Content-Type", body.equals("text") ? "text/plain" : "application/json"))
                  .data();
            });
  }

  @Test
  void accepts_a_service_after_the_highest_possible_position() {
    String last = host.service("last");
    client
        .put(
            "/services/" + last,
            JsonBody.with(host.serviceBody("last"), "position", Integer.MAX_VALUE))
        .data();
    other.service("b");
    assertThat(consolidate().data().get("services")).hasSize(2);
  }
}
