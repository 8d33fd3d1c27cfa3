package io.berth.inventory;

import static io.berth.testing.HostContents.iface;
import static io.berth.testing.HostContents.newId;
import static io.berth.testing.HostContents.port;
import static io.berth.testing.HostContents.service;
import static io.berth.testing.HostContents.withNewId;
import static io.berth.testing.TestHost.onInterface;
import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiResponse;
import io.berth.testing.JsonBody;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PUT of a host with the lists of its interfaces, ports and services. */
class HostListsIT extends HostListBodies {
  @Test
  void keeps_a_host_that_is_sent_back_as_read() {
    JsonNode before = read();
    JsonNode after = client.put(path, before.toString()).data();
    for (String list : List.of("interfaces", "ports", "services")) {
      assertThat(after.get(list)).isEqualTo(before.get(list));
    }
  }

  @Test
  void keeps_services_with_gaps_in_their_positions_that_are_sent_back_as_read() {
    host.service("third");
    client.delete("/services/" + proxy).data();
    JsonNode before = read();
    assertThat(client.put(path, before.toString()).data().get("services"))
        .isEqualTo(before.get("services"));
  }

  @Test
  void get_returns_what_put_returned() {
    ApiResponse response =
        put(
            "ports",
            List.of(port(http, 8080)),
            "services",
            List.of(service(newId(), "new", onPort(http))));
    assertThat(read()).isEqualTo(response.data());
  }

  @ParameterizedTest
  @ValueSource(strings = {"interfaces", "ports", "services"})
  void deletes_all_children_of_one_kind_for_an_empty_list(String list) {
    ApiResponse after = put(list, List.of());
    assertThat(
            Stream.of("interfaces", "ports", "services")
                .filter(kind -> after.data().get(kind).isEmpty()))
        .containsExactly(list);
  }

  @Test
  void deletes_an_unlisted_port_with_its_bindings_only() {
    JsonNode after = put("ports", List.of(list("ports").get(0))).data();
    assertThat(after.get("services").findValuesAsText("port_id")).containsExactly(http);
  }

  @Test
  void keeps_id_created_at_and_bindings_of_a_port_with_a_new_number() {
    JsonNode before = read();
    JsonNode after = put("ports", List.of(port(http, 8080), port(https, 443))).data();
    assertThat(after.get("services")).isEqualTo(before.get("services"));
    assertThat(JsonBody.without(JsonBody.of(after.at("/ports/0")), "updated_at"))
        .containsEntry("created_at", before.at("/ports/0/created_at"))
        .containsEntry("id", before.at("/ports/0/id"));
  }

  @Test
  void swaps_the_numbers_of_two_ports() {
    JsonNode after = put("ports", List.of(port(http, 443), port(https, 80))).data();
    assertThat(after.get("ports").findValuesAsText("number")).containsExactly("443", "80");
    assertThat(after.get("services")).isEqualTo(read().get("services"));
  }

  @Test
  void swaps_the_addresses_of_two_interfaces() {
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
  void gives_a_port_the_number_of_a_deleted_port() {
    assertThat(ids(put("ports", List.of(port(https, 80))).data(), "ports")).containsExactly(https);
  }

  @Test
  void reorders_interfaces_and_keeps_their_bindings() {
    List<Map<String, Object>> before = list("interfaces");
    List<Map<String, Object>> reordered =
        List.of(
            JsonBody.without(before.get(1), "position"),
            JsonBody.without(before.get(0), "position"));
    JsonNode services = read().get("services");
    JsonNode after = put("interfaces", reordered).data();
    assertThat(ids(after, "interfaces")).containsExactly(eth1, eth0);
    assertThat(after.get("services")).isEqualTo(services);
  }

  @Test
  void closes_the_gap_of_a_deleted_interface() {
    JsonNode after = put("interfaces", List.of(list("interfaces").get(1))).data();
    assertThat(after.at("/interfaces/0/position").asInt()).isZero();
  }

  @Test
  void advances_updated_at_only_of_changed_services() {
    JsonNode before = read();
    List<Map<String, Object>> services = list("services");
    JsonNode after =
        put("services", List.of(services.get(0), JsonBody.with(services.get(1), "name", "other")))
            .data();
    assertThat(after.at("/services/0")).isEqualTo(before.at("/services/0"));
    assertThat(after.at("/services/1/updated_at"))
        .isNotEqualTo(before.at("/services/1/updated_at"));
    assertThat(after.at("/services/1/created_at")).isEqualTo(before.at("/services/1/created_at"));
  }

  @Test
  void keeps_the_ids_of_bindings_that_are_sent_without_ids() {
    JsonNode before = read();
    JsonNode after =
        put("services", List.of(service(web, "web", onPort(http, eth0)), service(proxy, "proxy")))
            .data();
    assertThat(after.at("/services/0/bindings")).isEqualTo(before.at("/services/0/bindings"));
  }

  @Test
  void swaps_the_ports_of_two_services() {
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
  void swaps_the_bindings_of_two_services_with_their_ids() {
    String one = read().at("/services/0/bindings/0/id").asText();
    String two = read().at("/services/1/bindings/0/id").asText();
    JsonNode after =
        put(
                "services",
                List.of(
                    service(web, "web", JsonBody.with(onPort(https), "id", two)),
                    service(proxy, "proxy", JsonBody.with(onPort(http, eth0), "id", one))))
            .data();
    assertThat(after.at("/services/0/bindings/0/id").asText()).isEqualTo(two);
    assertThat(after.at("/services/1/bindings/0/id").asText()).isEqualTo(one);
  }

  @Test
  void binds_new_services_to_new_ports_and_interfaces() {
    String eth2 = newId();
    String dns = newId();
    JsonNode after =
        put(
                "interfaces",
                List.of(iface(eth2, network, "10.0.9.9")),
                "ports",
                List.of(port(dns, 53)),
                "services",
                List.of(service(newId(), "dns", withNewId(onPort(dns, eth2)))))
            .data();
    assertThat(after.get("services").findValuesAsText("interface_id")).containsExactly(eth2);
  }

  @Test
  void binds_a_service_to_a_stored_interface() {
    JsonNode after = put("services", List.of(service(web, "web", onInterface(eth1)))).data();
    assertThat(after.get("services").findValuesAsText("interface_id")).containsExactly(eth1);
  }

  @Test
  void keeps_omitted_service_tags_and_clears_an_empty_list() {
    String tag = tenant.tag("t");
    List<Map<String, Object>> both = List.of(service(web, "web"), service(proxy, "proxy"));
    put("services", both.stream().map(s -> JsonBody.with(s, "tags", List.of(tag))).toList()).data();
    JsonNode after =
        put("services", List.of(both.get(0), JsonBody.with(both.get(1), "tags", List.of()))).data();
    assertThat(after.at("/services/0/tags").toString() + after.at("/services/1/tags"))
        .isEqualTo("[\"" + tag + "\"][]");
  }
}
