package io.berth.http.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiClient;
import io.berth.testing.JsonBody;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Checks every order of every list with data that has many ties. The tests only read, and share the
 * data.
 */
@TestInstance(Lifecycle.PER_CLASS)
class OrderIT {
  private final TestTenant tenant = TestTenant.create();
  private final ApiClient client = tenant.owner();

  OrderIT() {
    TestNetwork one = tenant.network();
    TestNetwork two = tenant.network();
    String hypervisor = one.host("d").service("runner");
    for (TestNetwork network : List.of(two, one, two)) {
      replaceContents(network, hypervisor);
    }
    for (String tag : List.of("d,Red", "b,Blue", "c,Red", "a,Gray")) {
      client.put("/tags/" + tenant.tag(tag), tag(tag)).data();
    }
    tenant.ownKey("b", "Viewer");
  }

  private Map<String, Object> tag(String name) {
    return JsonBody.of(
        "name", name, "color", name.substring(2), "organization_id", tenant.organization());
  }

  private void replaceContents(TestNetwork network, String hypervisor) {
    network.subnet("10.1.0.0/16");
    network.subnet("192.168.0.0/24");
    for (String name : List.of("c", "a", "b", "a")) {
      Map<String, Object> body = network.hostBody(name);
      body.put("hostname", name.equals("b") ? null : "host-" + (name.equals("a") ? "z" : "y"));
      body.put("virtualization", name.equals("c") ? proxmox(hypervisor) : null);
      client.post("/hosts", body).data();
      TestHost host = network.host(name);
      host.port(80);
      host.port(81);
      host.service("y", TestHost.onInterface(host.iface()));
      String second = host.service("x", TestHost.onInterface(host.iface()));
      host.service("x");
      client.put("/services/" + second, JsonBody.with(host.serviceBody("z"), "position", 0)).data();
    }
  }

  private static Map<String, Object> proxmox(String service) {
    return Map.of("type", "Proxmox", "details", Map.of("service_id", service));
  }

  private List<JsonNode> list(String path) {
    return StreamSupport.stream(client.get(path).data().spliterator(), false).toList();
  }

  private Comparator<JsonNode> byField(String field) {
    return switch (field) {
      case "created_at", "updated_at" ->
          Comparator.comparing(item -> Instant.parse(item.get(field).asText()));
      case "position" -> Comparator.comparing(item -> item.get(field).asInt());
      case "host" -> {
        Map<String, String> names =
            list("/hosts?limit=0").stream()
                .collect(
                    java.util.stream.Collectors.toMap(
                        host -> host.get("id").asText(), host -> host.get("name").asText()));
        yield Comparator.comparing(item -> names.get(item.get("host_id").asText()));
      }
      case "virtualized_by" -> textOrNullFirst("/virtualization/details/service_id");
      default -> textOrNullFirst("/" + field);
    };
  }

  private static Comparator<JsonNode> textOrNullFirst(String pointer) {
    return Comparator.comparing(item -> item.at(pointer).asText("").replace("null", ""));
  }

  private Comparator<JsonNode> thenByTime(Comparator<JsonNode> first) {
    return first.thenComparing(byField("created_at")).thenComparing(byField("id"));
  }

  private static Stream<String> ids(List<JsonNode> items) {
    return items.stream().map(item -> item.get("id").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "/services, created_at",
    "/services, name",
    "/services, updated_at",
    "/services, host",
    "/services, network_id",
    "/services, position",
    "/bindings, created_at",
    "/hosts, created_at",
    "/hosts, name",
    "/hosts, hostname",
    "/hosts, updated_at",
    "/hosts, virtualized_by",
    "/hosts, network_id",
    "/interfaces, created_at",
    "/ports, created_at",
    "/subnets, created_at",
    "/subnets, name",
    "/subnets, cidr",
    "/subnets, subnet_type",
    "/subnets, updated_at",
    "/subnets, network_id",
    "/networks, created_at",
    "/auth/keys, created_at",
    "/tags, created_at",
    "/tags, name",
    "/tags, color",
    "/tags, updated_at"
  })
  void orders_ties_by_time_and_id(String list, String field) {
    List<JsonNode> all = list(list + "?limit=0");
    for (String direction : List.of("", "&order_direction=asc", "&order_direction=desc")) {
      Comparator<JsonNode> first =
          direction.endsWith("desc") ? byField(field).reversed() : byField(field);
      assertThat(ids(list(list + "?limit=0&order_by=" + field + direction)))
          .as(direction)
          .containsExactlyElementsOf(ids(all.stream().sorted(thenByTime(first)).toList()).toList());
    }
  }

  @ParameterizedTest
  @CsvSource({"/services, position", "/hosts, name", "/subnets, cidr"})
  void groups_before_it_orders(String list, String field) {
    Comparator<JsonNode> first = byField("network_id").thenComparing(byField(field).reversed());
    List<JsonNode> sorted = list(list + "?limit=0").stream().sorted(thenByTime(first)).toList();
    String order = "&group_by=network_id&order_direction=desc&order_by=" + field;
    assertThat(ids(list(list + "?limit=0" + order)))
        .containsExactlyElementsOf(ids(sorted).toList());
  }

  @ParameterizedTest
  @CsvSource({"/services, name", "/hosts, name", "/hosts, hostname", "/subnets, subnet_type"})
  void neither_repeats_nor_skips_ties_on_pages(String list, String field) {
    String order = "&order_by=" + field + "&order_direction=desc";
    List<String> all = ids(list(list + "?limit=0" + order)).toList();
    List<String> paged =
        Stream.iterate(0, offset -> offset < all.size(), offset -> offset + 3)
            .flatMap(offset -> ids(list(list + "?limit=3&offset=" + offset + order)))
            .toList();
    assertThat(paged).isEqualTo(all);
  }
}
