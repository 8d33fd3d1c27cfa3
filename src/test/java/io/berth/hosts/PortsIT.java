package io.berth.hosts;

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

class PortsIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final TestHost host = network.host();
  private final ApiClient client = network.client();
  private final Map<String, Object> body = host.portBody(8000, "Tcp");

  private ApiResponse create(Object... members) {
    return client.post("/ports", JsonBody.with(body, members));
  }

  @Test
  void create_returns_all_members() {
    assertThat(create().members())
        .containsExactly(
            "created_at",
            "host_id",
            "id",
            "network_id",
            "number",
            "protocol",
            "type",
            "updated_at");
  }

  @Test
  void get_returns_what_create_returned() {
    ApiResponse created = create();
    assertThat(client.get("/ports/" + created.id()).data()).isEqualTo(created.data());
  }

  @ParameterizedTest
  @ValueSource(strings = {"host_id", "network_id", "number", "protocol"})
  void refuses_a_missing_member(String member) {
    client.post("/ports", JsonBody.without(body, member)).refusedAt(member, 400, "missing_field");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 65536, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void refuses_a_number_out_of_range(int number) {
    create("number", number).refusedAt("number", 400, "validation_failed");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 65535})
  void accepts_a_number_at_the_limit(int number) {
    assertThat(create("number", number).data().get("number").asInt()).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "host_id|\"x\"",
        "network_id|\"x\"",
        "number|\"80\"",
        "number|80.0",
        "number|1.5",
        "number|8e1",
        "number|4294967376",
        "number|99999999999999999999",
        "number|true",
        "number|[]",
        "number|[80]",
        "number|\"\"",
        "protocol|\"tcp\"",
        "protocol|\"TCP\"",
        "protocol|\"Sctp\"",
        "protocol|0",
        "protocol|\"\""
      })
  void refuses_an_invalid_value(String member, String json) {
    client
        .post("/ports", JsonBody.withJson(body, member, json))
        .refusedAt(member, 400, "invalid_value");
  }

  @ParameterizedTest
  @CsvSource({
    "22, Tcp, Ssh",
    "53, Tcp, DnsTcp",
    "53, Udp, DnsUdp",
    "22, Udp, Custom",
    "515, Udp, LdpUdp",
    "161, Udp, Snmp",
    "161, Tcp, Custom",
    "123, Udp, Ntp",
    "67, Udp, Dhcp",
    "443, Tcp, Https",
    "443, Udp, Custom",
    "10443, Tcp, Https10443",
    "51820, Udp, Wireguard",
    "1194, Udp, OpenVPN",
    "5671, Tcp, AMQPTls",
    "3306, Tcp, MySql",
    "8000, Tcp, Custom"
  })
  void derives_the_type_from_number_and_protocol(int number, String protocol, String type) {
    assertThat(create("number", number, "protocol", protocol, "type", "Http").text("type"))
        .isEqualTo(type);
  }

  @Test
  void refuses_a_duplicate_port_on_the_host() {
    create().data();
    create().refused(409, "duplicate_port");
  }

  @Test
  void accepts_the_same_number_with_another_protocol() {
    create().data();
    assertThat(create("protocol", "Udp").text("protocol")).isEqualTo("Udp");
  }

  @Test
  void accepts_the_same_port_on_another_host() {
    create().data();
    assertThat(create("host_id", network.host().id()).text("number")).isEqualTo("8000");
  }

  @Test
  void refuses_an_unknown_host() {
    create("host_id", Fixture.unknown()).refused(400, "unknown_reference");
  }

  @Test
  void refuses_an_unknown_network() {
    create("network_id", Fixture.unknown()).refused(403, "entity_access_denied");
  }

  @Test
  void refuses_a_host_of_another_network() {
    create("network_id", tenant.network().id()).refused(400, "entity_network_mismatch");
  }

  @Test
  void get_returns_what_put_returned() {
    String id = create().id();
    ApiResponse changed = client.put("/ports/" + id, host.portBody(53, "Udp"));
    assertThat(client.get("/ports/" + id).data()).isEqualTo(changed.data());
  }

  @Test
  void put_keeps_id_and_created_at_and_advances_updated_at() {
    ApiResponse before = create();
    ApiResponse after =
        client.put("/ports/" + before.id(), JsonBody.with(body, "id", Fixture.unknown()));
    assertThat(after.text("id") + after.text("created_at"))
        .isEqualTo(before.text("id") + before.text("created_at"));
    assertThat(Instant.parse(after.text("updated_at")))
        .isAfter(Instant.parse(before.text("updated_at")));
  }

  @Test
  void put_refuses_the_number_of_another_port() {
    String id = create().id();
    host.port(80);
    client.put("/ports/" + id, host.portBody(80, "Tcp")).refused(409, "duplicate_port");
  }

  @Test
  void moves_to_another_host() {
    String id = create().id();
    TestHost other = network.host();
    client.put("/ports/" + id, other.portBody(8000, "Tcp")).data();
    assertThat(client.get("/ports?host_id=" + other.id()).ids()).containsExactly(id);
  }

  @Test
  void refuses_to_move_a_port_with_bindings() {
    String id = create().id();
    host.service("web", TestHost.onPort(id));
    client.put("/ports/" + id, network.host().portBody(8000, "Tcp")).refused(409, "entity_in_use");
  }

  @Test
  void refuses_to_move_to_a_host_of_another_network() {
    TestHost other = tenant.network().host();
    client
        .put("/ports/" + create().id(), JsonBody.with(body, "host_id", other.id()))
        .refused(400, "entity_network_mismatch");
  }

  @Test
  void put_returns_404_for_an_unknown_port() {
    client.put("/ports/" + Fixture.unknown(), body).refused(404, "entity_not_found");
  }

  @Test
  void delete_also_deletes_the_bindings_but_not_the_service() {
    String id = create().id();
    String service = host.service("web", TestHost.onPort(id, host.iface()));
    client.delete("/ports/" + id).data();
    assertThat(client.get("/services/" + service).data().get("bindings")).isEmpty();
    UUID port = UUID.fromString(id);
    assertThat(Sql.number("select count(*) from binding where port_id = ?", port)).isZero();
  }

  @Test
  void list_filters_by_host_network_and_ids() {
    String id = create().id();
    String second = host.port(80);
    network.host().port(80);
    String other = tenant.network().host().port(80);
    assertThat(
            List.of(
                client.get("/ports?host_id=" + host.id()).ids(),
                client.get("/ports?ids=" + other + "&ids=" + id).ids(),
                client.get("/ports?host_id=" + host.id() + "&ids=" + second).ids()))
        .containsExactly(List.of(id, second), List.of(id, other), List.of(second));
    assertThat(client.get("/ports?network_id=" + network.id()).ids())
        .hasSize(3)
        .doesNotContain(other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"host_id", "network_id", "ids"})
  void list_refuses_a_filter_that_is_no_id(String filter) {
    client.get("/ports?" + filter + "=x").refusedAt(filter, 400, "invalid_value");
  }
}
