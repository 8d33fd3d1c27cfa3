package io.berth.inventory.subnets;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.Fixture;
import io.berth.testing.JsonBody;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubnetsIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final ApiClient client = network.client();
  private final Map<String, Object> body = network.subnetBody("192.168.0.0/24");

  private ApiResponse create(Object... members) {
    return client.post("/subnets", JsonBody.with(body, members));
  }

  @Test
  void returns_all_members_of_a_new_subnet() {
    assertThat(create().members())
        .containsExactly(
            "cidr",
            "created_at",
            "description",
            "id",
            "name",
            "network_id",
            "source",
            "subnet_type",
            "tags",
            "updated_at");
  }

  @Test
  void returns_a_subnet_as_it_was_created() {
    ApiResponse created = create("tags", List.of(tenant.tag("t")), "description", "d");
    assertThat(client.get("/subnets/" + created.id()).data()).isEqualTo(created.data());
  }

  @Test
  void sets_the_source_to_manual() {
    assertThat(create("source", Map.of("type", "System")).data().get("source").toString())
        .isEqualTo("{\"type\":\"Manual\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cidr", "network_id", "name", "subnet_type"})
  void requires_the_member(String member) {
    client.post("/subnets", JsonBody.without(body, member)).refusedAt(member, 400, "missing_field");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cidr|1",
        "network_id|\"x\"",
        "name|1",
        "description|1",
        "description|[]",
        "subnet_type|1",
        "subnet_type|\"Nonsense\"",
        "subnet_type|\"lan\"",
        "subnet_type|\"LAN\"",
        "subnet_type|\"\"",
        "tags|\"x\""
      })
  void refuses_a_value_of_another_type(String member, String json) {
    client
        .post("/subnets", JsonBody.withJson(body, member, json))
        .refusedAt(member, 400, "invalid_value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "10.0.0.0",
        "10.0.0.1/24",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/",
        "10.0.0/24",
        "010.0.0.0/24",
        "10.0.0.0/255.0.0.0",
        "256.0.0.0/8",
        "2001:db8::1/64",
        "2001:db8::/129",
        "fe80::%eth0/64",
        "10.0.0.0/8 ",
        "*"
      })
  void refuses_a_malformed_cidr(String cidr) {
    create("cidr", cidr).refusedAt("cidr", 400, "validation_failed");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.0.0.0/8",
    "0.0.0.0/1, 0.0.0.0/1",
    "10.1.2.3/32, 10.1.2.3/32",
    "2001:DB8:0:0::/64, 2001:db8::/64",
    "::/0, ::/0",
    "2001:db8::1/128, 2001:db8::1/128"
  })
  void accepts_and_normalizes_a_cidr(String sent, String shown) {
    assertThat(create("cidr", sent).text("cidr")).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Internet",
        "Remote",
        "Gateway",
        "VpnTunnel",
        "Dmz",
        "Lan",
        "WiFi",
        "IoT",
        "Guest",
        "DockerBridge",
        "MacVlan",
        "IpVlan",
        "Management",
        "Storage",
        "Unknown",
        "None"
      })
  void accepts_the_type(String type) {
    assertThat(create("subnet_type", type).text("subnet_type")).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({"name, 100", "name, 0", "description, 500", "description, 0"})
  void accepts_a_text_at_the_limit(String member, int length) {
    String text = JsonBody.emoji(length);
    assertThat(create(member, text).text(member)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"name, 101", "description, 501"})
  void refuses_a_text_over_the_limit(String member, int length) {
    create(member, JsonBody.emoji(length)).refusedAt(member, 400, "validation_failed");
  }

  @Test
  void refuses_an_unknown_network() {
    create("network_id", Fixture.unknown()).refused(403, "entity_access_denied");
  }

  @Test
  void refuses_an_unknown_tag() {
    create("tags", List.of(Fixture.unknown())).refused(400, "unknown_reference");
  }

  @Test
  void refuses_a_null_tag() {
    assertThat(client.post("/subnets", JsonBody.withJson(body, "tags", "[null]")).status())
        .isEqualTo(400);
  }

  @Test
  void returns_the_existing_subnet_for_the_same_block() {
    ApiResponse first = create();
    assertThat(create("name", "another", "subnet_type", "Dmz").data()).isEqualTo(first.data());
  }

  @Test
  void returns_the_existing_subnet_for_another_notation_of_its_block() {
    String first = create("cidr", "2001:db8::/64").id();
    assertThat(create("cidr", "2001:0DB8:0::/64").id()).isEqualTo(first);
  }

  @Test
  void accepts_the_same_block_in_another_network() {
    TestNetwork other = tenant.network();
    assertThat(create("network_id", other.id()).id()).isNotEqualTo(create().id());
  }

  @Test
  void lists_the_subnets_of_a_network() {
    String subnet = tenant.network().subnet();
    String network = client.get("/subnets/" + subnet).text("network_id");
    assertThat(client.get("/subnets?network_id=" + network).ids()).hasSize(3).contains(subnet);
  }

  @Test
  void lists_no_subnets_of_an_unknown_network() {
    assertThat(client.get("/subnets?network_id=" + Fixture.unknown()).ids()).isEmpty();
  }

  @Test
  void refuses_a_malformed_network_id() {
    client.get("/subnets?network_id=x").refusedAt("network_id", 400, "invalid_value");
  }
}
