package io.berth.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiResponse;
import io.berth.testing.BulkRows;
import io.berth.testing.JsonBody;
import io.berth.testing.StatementCounter;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Checks that an operation on many rows needs as many SQL statements as on one row. */
class SetBasedIT {
  private static final int MANY = 12;

  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();

  private static void assertEqualCounts(Supplier<ApiResponse> few, Supplier<ApiResponse> many) {
    few.get();
    assertThat(count(many)).isEqualTo(count(few));
  }

  private static long count(Supplier<ApiResponse> call) {
    return StatementCounter.of(() -> call.get().data());
  }

  private List<String> interfacesOfHosts(int count) {
    List<String> interfaces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      TestHost host = network.host();
      interfaces.add(host.iface());
      host.iface();
    }
    return interfaces;
  }

  private ApiResponse delete(String resource, List<String> ids) {
    return tenant.owner().post("/" + resource + "/bulk-delete", ids);
  }

  @Test
  void deletes_interfaces_of_many_hosts() {
    List<String> interfaces = interfacesOfHosts(MANY + 2);
    List<String> one = new ArrayList<>(interfaces.subList(0, 1));
    List<String> other = interfaces.subList(1, 2);
    delete("interfaces", one);
    long few = count(() -> delete("interfaces", other));
    long many = count(() -> delete("interfaces", interfaces.subList(2, MANY + 2)));
    assertThat(many).isEqualTo(few);
  }

  @Test
  void deletes_a_subnet_with_interfaces_of_many_hosts() {
    TestNetwork single = tenant.network();
    single.host().iface();
    interfacesOfHosts(MANY);
    long few = count(() -> tenant.owner().delete("/subnets/" + single.subnet()));
    long many = count(() -> tenant.owner().delete("/subnets/" + network.subnet()));
    assertThat(many).isEqualTo(few);
  }

  @Test
  void deletes_a_network_with_many_hosts() {
    TestNetwork single = tenant.network();
    single.host().service("web");
    interfacesOfHosts(MANY);
    network.host().service("web");
    long few = count(() -> tenant.owner().delete("/networks/" + single.id()));
    long many = count(() -> tenant.owner().delete("/networks/" + network.id()));
    assertThat(many).isEqualTo(few);
  }

  @Test
  void lists_many_keys() {
    for (int i = 0; i < MANY; i++) {
      tenant.key("Viewer", network);
    }
    assertEqualCounts(
        () -> tenant.owner().get("/auth/keys?limit=1&offset=1"),
        () -> tenant.owner().get("/auth/keys"));
  }

  @Test
  void deletes_many_keys() {
    for (int i = 0; i < MANY + 1; i++) {
      tenant.key("Viewer", network);
    }
    List<String> keys = new ArrayList<>(tenant.keyIds());
    keys.removeIf(
        id -> tenant.owner().get("/auth/keys/" + id).data().at("/name").asText().equals("owner"));
    long few = count(() -> delete("auth/keys", keys.subList(0, 1)));
    long many = count(() -> delete("auth/keys", keys.subList(1, MANY + 1)));
    assertThat(many).isEqualTo(few);
  }

  private ApiResponse tag(String operation, String type, List<String> entities, String tag) {
    return tenant
        .owner()
        .post(
            "/tags/assign/" + operation,
            JsonBody.of("entity_type", type, "entity_ids", entities, "tag_id", tag));
  }

  @Test
  void tags_1000_hosts() {
    List<String> hosts = BulkRows.hosts(network, 1001);
    String tag = tenant.tag("tag");
    for (String operation : List.of("bulk-add", "bulk-remove")) {
      long few = count(() -> tag(operation, "Host", hosts.subList(0, 1), tag));
      long many = count(() -> tag(operation, "Host", hosts.subList(1, 1001), tag));
      assertThat(many).as(operation).isEqualTo(few);
    }
  }

  @Test
  void tags_1000_services() {
    List<String> services = BulkRows.services(network.host(), 1001);
    String tag = tenant.tag("tag");
    for (String operation : List.of("bulk-add", "bulk-remove")) {
      long few = count(() -> tag(operation, "Service", services.subList(0, 1), tag));
      long many = count(() -> tag(operation, "Service", services.subList(1, 1001), tag));
      assertThat(many).as(operation).isEqualTo(few);
    }
  }

  @Test
  void assigns_many_tags_to_a_host() {
    TestHost host = network.host();
    List<String> tags = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      tags.add(tenant.tag("tag " + i));
    }
    assertEqualCounts(() -> assign(host.id(), tags.subList(0, 1)), () -> assign(host.id(), tags));
  }

  private ApiResponse assign(String host, List<String> tags) {
    return tenant
        .owner()
        .put(
            "/tags/assign", JsonBody.of("entity_type", "Host", "entity_id", host, "tag_ids", tags));
  }
}
