package io.berth.inventory;

import static io.berth.testing.HostContents.bound;
import static io.berth.testing.HostContents.newId;
import static io.berth.testing.HostContents.port;
import static io.berth.testing.HostContents.service;
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
import org.junit.jupiter.params.provider.CsvSource;

/** Hosts that are made together with what stands on them. */
class NewHostIT extends NewHostBodies {
  @Test
  void is_made_with_all_that_is_listed_under_the_ids_that_are_sent() {
    JsonNode made = create().data();
    assertThat(
            Stream.of("interfaces", "ports", "services")
                .map(list -> texts(made.get(list), "id").stream().sorted().toList())
                .map(ids -> ids.contains(web) ? List.of(web) : ids))
        .containsExactly(
            Stream.of(eth0, eth1).sorted().toList(),
            Stream.of(http, https).sorted().toList(),
            List.of(web));
  }

  @Test
  void reads_as_it_was_answered() {
    ApiResponse made = create();
    assertThat(client.get("/hosts/" + made.id()).data()).isEqualTo(made.data());
  }

  @Test
  void keeps_the_ids_of_bindings() {
    Map<String, Object> binding = bound(onPort(http));
    JsonNode made = createServices(service(web, "web", binding)).data();
    assertThat(made.at("/services/0/bindings/0/id").asText()).isEqualTo(binding.get("id"));
  }

  @Test
  void writes_addresses_as_interfaces_do() {
    Map<String, Object> odd = JsonBody.with(first, "mac_address", "de-ad-be-ef-12-34");
    JsonNode made = create("interfaces", List.of(odd, second)).data();
    assertThat(made.at("/interfaces/0/mac_address").asText()).isEqualTo("DE:AD:BE:EF:12:34");
  }

  @Test
  void has_its_interfaces_and_services_in_the_order_of_the_lists() {
    JsonNode made = createServices(service(newId(), "b"), service(newId(), "a")).data();
    assertThat(List.of(texts(made.get("interfaces"), "id"), texts(made.get("services"), "name")))
        .containsExactly(List.of(eth0, eth1), List.of("b", "a"));
  }

  @Test
  void has_them_in_the_order_of_their_positions() {
    JsonNode made =
        create(
                "interfaces",
                List.of(JsonBody.with(first, "position", 1), JsonBody.with(second, "position", 0)))
            .data();
    assertThat(texts(made.get("interfaces"), "id")).containsExactly(eth1, eth0);
  }

  @ParameterizedTest
  @CsvSource({
    "interfaces, 0, , interfaces[1].position",
    "interfaces, , 1, interfaces[0].position",
    "interfaces, 0, 0, interfaces[1].position",
    "interfaces, 1, 2, interfaces[1].position",
    "interfaces, -1, 0, interfaces[0].position",
    "services, 0, , services[1].position",
    "services, 1, 1, services[1].position"
  })
  void refuses_positions_that_are_not_0_to_n(String list, Integer one, Integer two, String at) {
    List<Map<String, Object>> entries =
        list.equals("services")
            ? List.of(service(newId(), "a"), service(newId(), "b"))
            : List.of(first, second);
    create(
            list,
            List.of(
                JsonBody.with(entries.get(0), "position", one),
                JsonBody.with(entries.get(1), "position", two)))
        .refusedAt(at, 400, "validation_failed");
  }

  @Test
  void has_nothing_on_it_where_lists_are_null_or_absent() {
    Map<String, Object> bare = network.hostBody("bare");
    Map<String, Object> nulls =
        JsonBody.with(body, "interfaces", null, "ports", null, "services", null);
    assertThat(
            Stream.of(bare, nulls)
                .map(one -> client.post("/hosts", one).data())
                .flatMap(made -> Stream.of(made.get("interfaces"), made.get("services"))))
        .allMatch(JsonNode::isEmpty);
  }

  @Test
  void marks_its_services_with_their_tags_and_keeps_what_they_run_in() {
    String tag = tenant.tag("t");
    Map<String, Object> details = JsonBody.of("container_name", "c", "service_id", newId());
    JsonNode made =
        createServices(
                JsonBody.with(
                    service(web, "web"),
                    "tags",
                    List.of(tag),
                    "virtualization",
                    Map.of("type", "Docker", "details", details)))
            .data();
    assertThat(
            made.at("/services/0/tags/0").asText()
                + made.at("/services/0/virtualization/details/container_name").asText())
        .isEqualTo(tag + "c");
  }

  @Test
  void ignores_members_that_it_assigns() {
    Map<String, Object> own =
        JsonBody.with(port(http, 80), "host_id", 1, "created_at", "x", "type", 7);
    assertThat(create("ports", List.of(own)).id()).isNotEmpty();
  }

  @Test
  void applies_precedence_and_drops_repetitions() {
    JsonNode made =
        createServices(
                service(
                    web,
                    "web",
                    bound(onPort(http, eth0)),
                    bound(onPort(http)),
                    bound(onPort(https, eth1)),
                    bound(onPort(https, eth1))))
            .data();
    assertThat(made.at("/services/0/bindings")).hasSize(2);
  }
}
