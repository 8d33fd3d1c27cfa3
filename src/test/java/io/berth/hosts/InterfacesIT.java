package io.berth.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.Fixture;
import io.berth.testing.JsonBody;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterfacesIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final TestHost host = network.host();
  private final ApiClient client = network.client();
  private final Map<String, Object> body = host.interfaceBody("10.0.0.1");

  private ApiResponse create(Object... members) {
    return client.post("/interfaces", JsonBody.with(body, members));
  }

  @Test
  void create_returns_all_members() {
    assertThat(create().members())
        .containsExactly(
            "created_at",
            "host_id",
            "id",
            "ip_address",
            "mac_address",
            "name",
            "network_id",
            "position",
            "subnet_id",
            "updated_at");
  }

  @Test
  void get_returns_what_create_returned() {
    ApiResponse created = create("name", "eth0", "mac_address", "de:ad:be:ef:12:34");
    assertThat(client.get("/interfaces/" + created.id()).data()).isEqualTo(created.data());
  }

  @ParameterizedTest
  @ValueSource(strings = {"host_id", "network_id", "subnet_id", "ip_address"})
  void refuses_a_missing_member(String member) {
    client
        .post("/interfaces", JsonBody.without(body, member))
        .refusedAt(member, 400, "missing_field");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "host_id|\"x\"",
        "network_id|1",
        "subnet_id|[]",
        "ip_address|1",
        "mac_address|1",
        "name|1",
        "position|\"0\"",
        "position|0.5",
        "position|4294967296"
      })
  void refuses_a_value_of_another_type(String member, String json) {
    client
        .post("/interfaces", JsonBody.withJson(body, member, json))
        .refusedAt(member, 400, "invalid_value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DE:AD:BE:EF:12:34",
        "de:ad:be:ef:12:34",
        "DE-AD-BE-EF-12-34",
        "de-AD-be-EF-12-34"
      })
  void normalizes_a_mac_address(String mac) {
    assertThat(create("mac_address", mac).text("mac_address")).isEqualTo("DE:AD:BE:EF:12:34");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "DEADBEEF1234",
        "DEAD.BEEF.1234",
        "DE:AD:BE:EF:12",
        "DE:AD:BE:EF:12:34:56",
        "DE:AD-BE:EF:12:34",
        "DG:AD:BE:EF:12:34",
        "D:AD:BE:EF:12:34",
        "DE:AD:BE:EF:12:34 "
      })
  void refuses_an_invalid_mac_address(String mac) {
    create("mac_address", mac).refusedAt("mac_address", 400, "validation_failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "10.0.0",
        "10.0.0.256",
        "10.0.0.01",
        "10.0.0.1/16",
        "fe80::1%eth0",
        "::g",
        " 10.0.0.1",
        "10.0.0.1\n"
      })
  void refuses_an_invalid_ip_address(String address) {
    create("ip_address", address).refusedAt("ip_address", 400, "validation_failed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.1.0.0", "9.255.255.255", "192.168.0.1", "2001:db8::1", "::10.0.0.1"})
  void refuses_an_address_outside_the_subnet(String address) {
    create("ip_address", address).refusedAt("ip_address", 400, "validation_failed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0", "10.0.255.255"})
  void accepts_the_first_and_last_address_of_the_subnet(String address) {
    assertThat(create("ip_address", address).text("ip_address")).isEqualTo(address);
  }

  @Test
  void normalizes_an_ipv6_address() {
    String subnet = network.subnet("2001:db8::/32");
    assertThat(create("subnet_id", subnet, "ip_address", "2001:0DB8:0:0::00A").text("ip_address"))
        .isEqualTo("2001:db8::a");
  }

  @Test
  void refuses_a_duplicate_address_in_another_form() {
    String subnet = network.subnet("2001:db8::/32");
    create("subnet_id", subnet, "ip_address", "2001:db8::a").data();
    create("subnet_id", subnet, "ip_address", "2001:DB8:0::A").refused(409, "duplicate_interface");
  }

  @Test
  void refuses_a_duplicate_address_on_the_host() {
    create().data();
    create().refused(409, "duplicate_interface");
  }

  @Test
  void accepts_a_name_of_100_characters() {
    assertThat(create("name", JsonBody.emoji(100)).text("name")).isEqualTo(JsonBody.emoji(100));
  }

  @Test
  void refuses_a_name_of_101_characters() {
    create("name", JsonBody.emoji(101)).refusedAt("name", 400, "validation_failed");
  }

  @ParameterizedTest
  @CsvSource({"host_id, 400, unknown_reference", "subnet_id, 400, unknown_reference"})
  void refuses_an_unknown_reference(String member, int status, String code) {
    create(member, Fixture.unknown()).refused(status, code);
  }

  @Test
  void refuses_an_unknown_network() {
    create("network_id", Fixture.unknown()).refused(403, "entity_access_denied");
  }

  @Test
  void refuses_a_host_of_another_network() {
    create("host_id", tenant.network().host().id()).refused(400, "entity_network_mismatch");
  }

  @Test
  void refuses_a_subnet_of_another_network() {
    create("subnet_id", tenant.network().subnet()).refused(400, "entity_network_mismatch");
  }

  @Test
  void list_filters_by_host_subnet_and_network() {
    String id = create().id();
    String other = network.host().iface();
    tenant.network().host().iface();
    assertThat(
            List.of(
                client.get("/interfaces?host_id=" + host.id()).ids(),
                client.get("/interfaces?subnet_id=" + network.subnet()).ids(),
                client.get("/interfaces?network_id=" + network.id()).ids()))
        .containsExactly(List.of(id), List.of(id, other), List.of(id, other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"host_id", "subnet_id", "network_id"})
  void list_refuses_a_filter_that_is_no_id(String filter) {
    client.get("/interfaces?" + filter + "=x").refusedAt(filter, 400, "invalid_value");
  }
}
