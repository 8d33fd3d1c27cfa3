package io.berth.inventory;

import static io.berth.testing.HostContents.iface;
import static io.berth.testing.HostContents.newId;
import static io.berth.testing.HostContents.port;
import static io.berth.testing.HostContents.service;
import static io.berth.testing.HostContents.withNewId;
import static io.berth.testing.TestHost.onInterface;
import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.refusals.Refusal;
import io.berth.testing.ApiResponse;
import io.berth.testing.DatabaseDump;
import io.berth.testing.Fixture;
import io.berth.testing.JsonBody;
import io.berth.testing.TestHost;
import io.berth.testing.TestTenant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals of a POST of a host together with its interfaces, ports and services. */
class NewHostRefusedIT extends NewHostBodies {
  @ParameterizedTest
  @CsvSource({
    "interfaces, id", "interfaces, subnet_id", "interfaces, ip_address",
    "ports, id", "ports, number", "ports, protocol",
    "services, id", "services, service_definition", "services, name"
  })
  void refuses_a_missing_member(String list, String member) {
    List<?> entries = (List<?>) body.get(list);
    @SuppressWarnings("unchecked")
    Map<String, Object> entry = (Map<String, Object>) entries.get(0);
    create(list, List.of(JsonBody.without(entry, member)))
        .refusedAt(list + "[0]." + member, 400, "missing_field");
  }

  @Test
  void refuses_a_binding_without_an_id() {
    createServices(service(newId(), "a"), service(web, "web", onPort(http)))
        .refusedAt("services[1].bindings[0].id", 400, "missing_field");
  }

  @Test
  void refuses_a_binding_without_a_target() {
    createServices(service(web, "web", Map.of("id", newId(), "type", "Port")))
        .refusedAt("services[0].bindings[0].port_id", 400, "missing_field");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "interfaces|ip_address|\"10.0.9\"|validation_failed",
        "interfaces|mac_address|\"x\"|validation_failed",
        "interfaces|subnet_id|\"x\"|invalid_value",
        "interfaces|position|1.5|invalid_value",
        "ports|number|0|validation_failed",
        "ports|number|65536|validation_failed",
        "ports|number|\"80\"|invalid_value",
        "ports|protocol|\"Sctp\"|invalid_value",
        "services|service_definition|\"\"|validation_failed",
        "services|bindings|1|invalid_value"
      })
  void refuses_an_invalid_member(String list, String member, String json, String code) {
    @SuppressWarnings("unchecked")
    Map<String, Object> entry = (Map<String, Object>) ((List<?>) body.get(list)).get(0);
    create(list, List.of(JsonBody.withJson(entry, member, json)))
        .refusedAt(list + "[0]." + member, 400, code);
  }

  @Test
  void refuses_a_null_entry() {
    client
        .post("/hosts", JsonBody.withJson(body, "ports", "[null]"))
        .refusedAt("ports[0]", 400, "missing_field");
  }

  @Test
  void refuses_an_address_outside_its_subnet() {
    create("interfaces", List.of(second, iface(eth0, network, "10.1.0.1")))
        .refusedAt("interfaces[1].ip_address", 400, "validation_failed");
  }

  @Test
  void refuses_a_subnet_of_another_network() {
    Map<String, Object> otherSubnet = JsonBody.with(first, "subnet_id", tenant.network().subnet());
    create("interfaces", List.of(otherSubnet)).refused(400, "entity_network_mismatch");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refuses_a_foreign_subnet_like_an_unknown_one(boolean foreign) {
    String subnet = foreign ? TestTenant.create().network().subnet() : newId();
    ApiResponse refused = create("interfaces", List.of(JsonBody.with(first, "subnet_id", subnet)));
    String error = refused.refused(400, "unknown_reference").json().get("error").asText();
    assertThat(error)
        .isEqualTo(Refusal.unknownReference("Subnet", UUID.fromString(subnet)).getMessage());
  }

  static Stream<Arguments> takenIds() {
    return Stream.of("interface", "port", "service", "binding")
        .flatMap(kind -> Stream.of(Arguments.of(kind, true), Arguments.of(kind, false)));
  }

  private ApiResponse createWith(String kind, String id) {
    return switch (kind) {
      case "interface" ->
          create("interfaces", List.of(iface(id, network, "10.0.9.9")), "services", List.of());
      case "port" -> create("ports", List.of(port(id, 80)), "services", List.of());
      case "service" -> createServices(service(id, "web"));
      default -> createServices(service(web, "web", JsonBody.with(onPort(http), "id", id)));
    };
  }

  @ParameterizedTest
  @MethodSource("takenIds")
  void refuses_the_id_of_any_existing_entity(String kind, boolean foreign) {
    Fixture fixture = foreign ? Fixture.create() : Fixture.of(tenant);
    ApiResponse refused = createWith(kind, fixture.id(kind)).refused(409, "id_taken");
    assertThat(refused.param("id")).isEqualTo(fixture.id(kind));
  }

  @Test
  void refuses_a_repeated_id() {
    assertThat(
            Stream.of(
                    create("ports", List.of(port(http, 80), port(http, 81))),
                    create("interfaces", List.of(first, JsonBody.with(second, "id", eth0))),
                    createServices(service(web, "a"), service(web, "b")))
                .map(response -> response.refused(409, "id_taken").param("id")))
        .containsExactly(http, eth0, web);
  }

  @Test
  void refuses_a_repeated_port() {
    create("ports", List.of(port(http, 80), port(https, 80))).refused(409, "duplicate_port");
  }

  @Test
  void refuses_a_repeated_address() {
    create("interfaces", List.of(first, JsonBody.with(second, "ip_address", "10.0.9.1")))
        .refused(409, "duplicate_interface");
  }

  @Test
  void accepts_two_interfaces_with_one_mac_address() {
    String mac = "DE:AD:BE:EF:00:01";
    create(
            "interfaces",
            List.of(
                JsonBody.with(first, "mac_address", mac),
                JsonBody.with(second, "mac_address", mac)))
        .data();
  }

  @ParameterizedTest
  @CsvSource({"ip_address, 10.0.9.2", "mac_address, DE:AD:BE:EF:00:02"})
  void refuses_an_address_of_another_host_and_names_the_host(String member, String value) {
    TestHost other = network.host("other");
    Map<String, Object> otherInterface = other.interfaceBody("10.0.9.200");
    client.post("/interfaces", JsonBody.with(otherInterface, member, value)).data();
    ApiResponse refused =
        create("interfaces", List.of(first, JsonBody.with(second, member, value)));
    refused.refusedAt("interfaces[1]." + member, 400, "validation_failed");
    assertThat(refused.param("host_id") + refused.json().get("error"))
        .contains(other.id(), "\\\"other\\\"");
  }

  @Test
  void accepts_the_address_of_a_host_of_another_network() {
    client.post("/interfaces", tenant.network().host().interfaceBody("10.0.9.1")).data();
    create().data();
  }

  @Test
  void refuses_a_conflict_within_a_service() {
    createServices(service(web, "web", withNewId(onPort(http)), withNewId(onInterface(eth0))))
        .refused(400, "binding_conflict");
  }

  @ParameterizedTest
  @ValueSource(strings = {"port", "interface"})
  void refuses_a_target_on_another_host_like_an_unknown_one(String kind) {
    TestHost other = network.host();
    for (String id :
        List.of(
            newId(),
            kind.equals("port") ? other.port(80) : other.iface(),
            Fixture.create().id(kind))) {
      Map<String, Object> binding = kind.equals("port") ? onPort(id) : onPort(http, id);
      ApiResponse refused =
          createServices(service(web, "web", withNewId(binding)))
              .refused(400, "binding_wrong_host");
      assertThat(refused.param("id")).isEqualTo(id);
    }
  }

  @Test
  void refuses_a_port_that_two_services_claim_and_names_the_owner() {
    ApiResponse refused =
        createServices(
                service(web, "web", withNewId(onPort(http, eth0))),
                service(newId(), "proxy", withNewId(onPort(http))))
            .refused(400, "port_claimed");
    assertThat(
            List.of(
                refused.param("port"), refused.param("service_id"), refused.param("service_name")))
        .containsExactly("80/tcp", web, "web");
  }

  @Test
  void accepts_two_services_with_one_port_on_two_interfaces() {
    createServices(
            service(web, "web", withNewId(onPort(http, eth0))),
            service(newId(), "proxy", withNewId(onPort(http, eth1))))
        .data();
  }

  @Test
  void refuses_an_unknown_tag_of_a_service() {
    createServices(JsonBody.with(service(web, "web"), "tags", List.of(newId())))
        .refused(400, "unknown_reference");
  }

  @Test
  void stores_nothing_if_refused() {
    client.post("/interfaces", network.host().interfaceBody("10.0.9.7")).data();
    Map<String, List<String>> before = DatabaseDump.ofAllTables();
    createServices(service(web, "web", withNewId(onPort(newId()))));
    createServices(JsonBody.with(service(web, "web"), "tags", List.of(newId())));
    create("interfaces", List.of(iface(eth0, network, "10.0.9.7")));
    create("ports", List.of(port(http, 80), port(https, 80)));
    assertThat(DatabaseDump.ofAllTables()).isEqualTo(before);
  }
}
