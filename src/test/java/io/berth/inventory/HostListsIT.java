package io.berth.inventory;

import static io.berth.testing.Furniture.bound;
import static io.berth.testing.Furniture.iface;
import static io.berth.testing.Furniture.newId;
import static io.berth.testing.Furniture.port;
import static io.berth.testing.Furniture.service;
import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.Answer;
import io.berth.testing.Client;
import io.berth.testing.Dump;
import io.berth.testing.Estate;
import io.berth.testing.Members;
import io.berth.testing.Network;
import io.berth.testing.Oracle;
import io.berth.testing.Tenant;
import io.berth.testing.TestHost;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lists of a PUT make of what stands on a host. */
class HostListsIT {
  private final Tenant tenant = Tenant.found();
  private final Network network = tenant.network();
  private final Client client = network.client();
  private final TestHost host = network.host("h");
  private final String path = "/hosts/" + host.id();
  private final String eth0 = host.iface();
  private final String eth1 = host.iface();
  private final String http = host.port(80);
  private final String https = host.port(443);
  private final String web = host.service("web", onPort(http, eth0));
  private final String proxy = host.service("proxy", onPort(https));

  @AfterEach
  void every_rule_holds() {
    assertThat(Oracle.findings()).isEmpty();
  }

  private Answer put(Object... members) {
    return client.put(path, Members.with(Members.of("name", "h", "hidden", false), members));
  }

  private JsonNode read() {
    return client.get(path).data();
  }

  private List<Map<String, Object>> list(String member) {
    return Stream.of(read().get(member))
        .flatMap(list -> java.util.stream.StreamSupport.stream(list.spliterator(), false))
        .map(Members::of)
        .toList();
  }

  private static List<String> ids(JsonNode host, String list) {
    return java.util.stream.StreamSupport.stream(host.get(list).spliterator(), false)
        .map(one -> one.get("id").asText())
        .toList();
  }

  @Test
  void a_host_that_is_sent_back_as_it_was_read_stays_as_it_was() {
    JsonNode before = read();
    JsonNode after = client.put(path, before.toString()).data();
    for (String list : List.of("interfaces", "ports", "services")) {
      assertThat(after.get(list)).isEqualTo(before.get(list));
    }
  }

  @Test
  void so_does_one_whose_services_have_gaps() {
    host.service("third");
    client.delete("/services/" + proxy).data();
    JsonNode before = read();
    assertThat(client.put(path, before.toString()).data().get("services"))
        .isEqualTo(before.get("services"));
  }

  @Test
  void reads_as_it_was_answered() {
    Answer answer =
        put(
            "ports",
            List.of(port(http, 8080)),
            "services",
            List.of(service(newId(), "new", onPort(http))));
    assertThat(read()).isEqualTo(answer.data());
  }

  @ParameterizedTest
  @ValueSource(strings = {"interfaces", "ports", "services"})
  void an_empty_list_removes_all_of_one_kind_only(String list) {
    Answer after = put(list, List.of());
    assertThat(
            Stream.of("interfaces", "ports", "services")
                .filter(kind -> after.data().get(kind).isEmpty()))
        .containsExactly(list);
  }

  @Test
  void what_is_not_listed_goes_with_its_bindings_and_the_rest_keeps_its_own() {
    JsonNode after = put("ports", List.of(list("ports").get(0))).data();
    assertThat(after.get("services").findValuesAsText("port_id")).containsExactly(http);
  }

  @Test
  void a_port_that_gets_another_number_keeps_its_id_its_making_and_its_bindings() {
    JsonNode before = read();
    JsonNode after = put("ports", List.of(port(http, 8080), port(https, 443))).data();
    assertThat(after.get("services")).isEqualTo(before.get("services"));
    assertThat(Members.without(Members.of(after.at("/ports/0")), "updated_at"))
        .containsEntry("created_at", before.at("/ports/0/created_at"))
        .containsEntry("id", before.at("/ports/0/id"));
  }

  @Test
  void two_ports_swap_their_numbers() {
    JsonNode after = put("ports", List.of(port(http, 443), port(https, 80))).data();
    assertThat(after.get("ports").findValuesAsText("number")).containsExactly("443", "80");
    assertThat(after.get("services")).isEqualTo(read().get("services"));
  }

  @Test
  void two_interfaces_swap_their_addresses() {
    List<Map<String, Object>> before = list("interfaces");
    JsonNode after =
        put(
                "interfaces",
                List.of(
                    iface(
                        eth0,
                        network,
                        before.get(1).get("ip_address").toString().replace("\"", "")),
                    iface(
                        eth1,
                        network,
                        before.get(0).get("ip_address").toString().replace("\"", ""))))
            .data();
    assertThat(after.get("interfaces").findValues("ip_address"))
        .isEqualTo(List.of(before.get(1).get("ip_address"), before.get(0).get("ip_address")));
  }

  @Test
  void a_port_takes_the_number_of_one_that_goes() {
    assertThat(ids(put("ports", List.of(port(https, 80))).data(), "ports")).containsExactly(https);
  }

  @Test
  void interfaces_change_their_order_and_keep_what_is_bound_to_them() {
    List<Map<String, Object>> before = list("interfaces");
    List<Map<String, Object>> turned =
        List.of(
            Members.without(before.get(1), "position"), Members.without(before.get(0), "position"));
    JsonNode services = read().get("services");
    JsonNode after = put("interfaces", turned).data();
    assertThat(ids(after, "interfaces")).containsExactly(eth1, eth0);
    assertThat(after.get("services")).isEqualTo(services);
  }

  @Test
  void interfaces_close_the_gap_of_one_that_goes() {
    JsonNode after = put("interfaces", List.of(list("interfaces").get(1))).data();
    assertThat(after.at("/interfaces/0/position").asInt()).isZero();
  }

  @Test
  void only_what_changes_has_another_time_of_change() {
    JsonNode before = read();
    List<Map<String, Object>> services = list("services");
    JsonNode after =
        put("services", List.of(services.get(0), Members.with(services.get(1), "name", "other")))
            .data();
    assertThat(after.at("/services/0")).isEqualTo(before.at("/services/0"));
    assertThat(after.at("/services/1/updated_at"))
        .isNotEqualTo(before.at("/services/1/updated_at"));
    assertThat(after.at("/services/1/created_at")).isEqualTo(before.at("/services/1/created_at"));
  }

  @Test
  void bindings_that_are_sent_without_ids_keep_the_stored_ones() {
    JsonNode before = read();
    JsonNode after =
        put("services", List.of(service(web, "web", onPort(http, eth0)), service(proxy, "proxy")))
            .data();
    assertThat(after.at("/services/0/bindings")).isEqualTo(before.at("/services/0/bindings"));
  }

  @Test
  void two_services_swap_their_ports() {
    JsonNode after =
        put(
                "services",
                List.of(
                    service(web, "web", onPort(https)),
                    service(proxy, "proxy", onPort(http, eth0))))
            .data();
    assertThat(after.get("services").findValuesAsText("port_id")).containsExactly(https, http);
  }

  @Test
  void two_services_swap_their_bindings_ids_and_all() {
    String one = read().at("/services/0/bindings/0/id").asText();
    String two = read().at("/services/1/bindings/0/id").asText();
    JsonNode after =
        put(
                "services",
                List.of(
                    service(web, "web", Members.with(onPort(https), "id", two)),
                    service(proxy, "proxy", Members.with(onPort(http, eth0), "id", one))))
            .data();
    assertThat(after.at("/services/0/bindings/0/id").asText()).isEqualTo(two);
    assertThat(after.at("/services/1/bindings/0/id").asText()).isEqualTo(one);
  }

  @Test
  void new_services_bind_to_new_ports_and_interfaces_of_the_same_request() {
    String eth2 = newId();
    String dns = newId();
    JsonNode after =
        put(
                "interfaces",
                List.of(iface(eth2, network, "10.0.9.9")),
                "ports",
                List.of(port(dns, 53)),
                "services",
                List.of(service(newId(), "dns", bound(onPort(dns, eth2)))))
            .data();
    assertThat(after.get("services").findValuesAsText("interface_id")).containsExactly(eth2);
  }

  @Test
  void services_keep_tags_that_are_omitted_and_lose_them_to_an_empty_list() {
    String tag = tenant.tag("t");
    List<Map<String, Object>> both = List.of(service(web, "web"), service(proxy, "proxy"));
    put("services", both.stream().map(s -> Members.with(s, "tags", List.of(tag))).toList()).data();
    JsonNode after =
        put("services", List.of(both.get(0), Members.with(both.get(1), "tags", List.of()))).data();
    assertThat(after.at("/services/0/tags").toString() + after.at("/services/1/tags"))
        .isEqualTo("[\"" + tag + "\"][]");
  }

  @Test
  void refuses_a_service_that_binds_to_a_port_that_goes() {
    Answer refused = put("ports", List.of(port(https, 443)), "services", list("services"));
    assertThat(refused.refused(400, "binding_wrong_host").param("id")).isEqualTo(http);
  }

  @Test
  void refuses_a_claim_of_a_port_that_another_service_of_the_list_has() {
    Answer refused =
        put(
            "services",
            List.of(
                service(web, "web", onPort(http)), service(proxy, "proxy", onPort(http, eth1))));
    assertThat(refused.refused(400, "port_claimed").param("service_name")).isEqualTo("web");
  }

  @Test
  void lets_a_service_take_the_port_of_one_that_goes() {
    put("services", List.of(service(proxy, "proxy", onPort(http)))).data();
  }

  @ParameterizedTest
  @CsvSource({"interfaces, interface", "ports, port", "services, service"})
  void refuses_the_id_of_what_stands_elsewhere_whosever_it_is(String list, String kind) {
    for (Estate estate : List.of(Estate.of(tenant), Estate.found())) {
      String id = estate.id(kind);
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
  void refuses_an_address_that_another_host_has_unless_it_had_it_already() {
    TestHost other = network.host("other");
    client.post("/interfaces", other.interfaceBody("10.0.9.9")).data();
    Map<String, Object> same = iface(eth0, network, "10.0.9.9");
    put("interfaces", List.of(same))
        .refusedAt("interfaces[0].ip_address", 400, "validation_failed");
    client.post("/interfaces", host.interfaceBody("10.0.9.9")).data();
    put("interfaces", list("interfaces")).data();
  }

  @Test
  void refuses_positions_with_gaps_that_are_not_the_stored_ones() {
    put("services", List.of(Members.with(service(web, "web"), "position", 7)))
        .refusedAt("services[0].position", 400, "validation_failed");
  }

  @Test
  void is_not_found_when_it_is_another_tenants() {
    Map<String, Object> lists = Members.of("name", "h", "hidden", false, "ports", List.of());
    client.put("/hosts/" + Estate.found().id("host"), lists).refused(404, "entity_not_found");
  }

  @Test
  void changes_nothing_when_it_refuses() {
    put("services", list("services"), "tags", List.of(tenant.tag("t"))).data();
    Map<String, List<String>> before = Dump.taken();
    put("name", "x", "ports", List.of(), "services", list("services"));
    put(
        "name",
        "x",
        "ports",
        List.of(),
        "services",
        List.of(service(Estate.of(tenant).id("service"), "s")));
    put("name", "x", "interfaces", List.of(), "tags", List.of(newId()));
    put("name", "x", "ports", List.of(), "expected_updated_at", "2020-01-01T00:00:00Z");
    assertThat(Dump.taken().get("binding").containsAll(before.get("binding"))).isTrue();
    assertThat(Dump.taken().get("host").containsAll(before.get("host"))).isTrue();
  }
}
