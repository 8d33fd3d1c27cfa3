package io.berth.inventory;

import static io.berth.testing.HostContents.newId;
import static io.berth.testing.HostContents.port;
import static io.berth.testing.HostContents.service;
import static io.berth.testing.HostContents.withNewId;
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

/** POST of a host together with its interfaces, ports and services. */
class NewHostIT extends NewHostBodies {
  @Test
  void creates_the_listed_children_with_the_sent_ids() {
    JsonNode created = create().data();
    assertThat(
            Stream.of("interfaces", "ports", "services")
                .map(list -> texts(created.get(list), "id").stream().sorted().toList())
                .map(ids -> ids.contains(web) ? List.of(web) : ids))
        .containsExactly(
            Stream.of(eth0, eth1).sorted().toList(),
            Stream.of(http, https).sorted().toList(),
            List.of(web));
  }

  @Test
  void get_returns_what_create_returned() {
    ApiResponse created = create();
    assertThat(client.get("/hosts/" + created.id()).data()).isEqualTo(created.data());
  }

  @Test
  void stores_the_sent_ids_of_bindings() {
    Map<String, Object> binding = withNewId(onPort(http));
    JsonNode created = createServices(service(web, "web", binding)).data();
    assertThat(created.at("/services/0/bindings/0/id").asText()).isEqualTo(binding.get("id"));
  }

  @Test
  void normalizes_addresses() {
    Map<String, Object> odd = JsonBody.with(first, "mac_address", "de-ad-be-ef-12-34");
    JsonNode created = create("interfaces", List.of(odd, second)).data();
    assertThat(created.at("/interfaces/0/mac_address").asText()).isEqualTo("DE:AD:BE:EF:12:34");
  }

  @Test
  void orders_interfaces_and_services_as_listed() {
    JsonNode created = createServices(service(newId(), "b"), service(newId(), "a")).data();
    assertThat(
            List.of(texts(created.get("interfaces"), "id"), texts(created.get("services"), "name")))
        .containsExactly(List.of(eth0, eth1), List.of("b", "a"));
  }

  @Test
  void orders_interfaces_by_their_positions() {
    JsonNode created =
        create(
                "interfaces",
                List.of(JsonBody.with(first, "position", 1), JsonBody.with(second, "position", 0)))
            .data();
    assertThat(texts(created.get("interfaces"), "id")).containsExactly(eth1, eth0);
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
  void creates_no_children_for_null_or_absent_lists() {
    Map<String, Object> bare = network.hostBody("bare");
    Map<String, Object> nulls =
        JsonBody.with(body, "interfaces", null, "ports", null, "services", null);
    assertThat(
            Stream.of(bare, nulls)
                .map(one -> client.post("/hosts", one).data())
                .flatMap(created -> Stream.of(created.get("interfaces"), created.get("services"))))
        .allMatch(JsonNode::isEmpty);
  }

  @Test
  void stores_tags_and_virtualization_of_services() {
    String tag = tenant.tag("t");
    Map<String, Object> details = JsonBody.of("container_name", "c", "service_id", newId());
    JsonNode created =
        createServices(
                JsonBody.with(
                    service(web, "web"),
                    "tags",
                    List.of(tag),
                    "virtualization",
                    Map.of("type", "Docker", "details", details)))
            .data();
    assertThat(
            created.at("/services/0/tags/0").asText()
                + created.at("/services/0/virtualization/details/container_name").asText())
        .isEqualTo(tag + "c");
  }

  @Test
  void ignores_read_only_members() {
    Map<String, Object> own =
        JsonBody.with(port(http, 80), "host_id", 1, "created_at", "x", "type", 7);
    assertThat(create("ports", List.of(own)).id()).isNotEmpty();
  }

  @Test
  void normalizes_bindings() {
    JsonNode created =
        createServices(
                service(
                    web,
                    "web",
                    withNewId(onPort(http, eth0)),
                    withNewId(onPort(http)),
                    withNewId(onPort(https, eth1)),
                    withNewId(onPort(https, eth1))))
            .data();
    assertThat(created.at("/services/0/bindings")).hasSize(2);
  }
}
