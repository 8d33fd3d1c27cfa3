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

/** What is said of many costs as many SQL statements as what is said of one. */
class SetBasedIT {
  private static final int MANY = 12;

  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();

  private static void costsTheSame(Supplier<ApiResponse> few, Supplier<ApiResponse> many) {
    few.get();
    assertThat(count(many)).isEqualTo(count(few));
  }

  private static long count(Supplier<ApiResponse> call) {
    return StatementCounter.of(() -> call.get().data());
  }

  private List<String> interfacesOfAsManyHosts(int count) {
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
  void interfaces_of_one_host_and_of_many_are_deleted() {
    List<String> interfaces = interfacesOfAsManyHosts(MANY + 2);
    List<String> one = new ArrayList<>(interfaces.subList(0, 1));
    List<String> other = interfaces.subList(1, 2);
    delete("interfaces", one);
    long few = count(() -> delete("interfaces", other));
    long many = count(() -> delete("interfaces", interfaces.subList(2, MANY + 2)));
    assertThat(many).isEqualTo(few);
  }

  @Test
  void a_subnet_with_interfaces_of_one_host_and_one_with_those_of_many_are_deleted() {
    TestNetwork alone = tenant.network();
    alone.host().iface();
    interfacesOfAsManyHosts(MANY);
    long few = count(() -> tenant.owner().delete("/subnets/" + alone.subnet()));
    long many = count(() -> tenant.owner().delete("/subnets/" + network.subnet()));
    assertThat(many).isEqualTo(few);
  }

  @Test
  void a_network_with_one_host_and_one_with_many_are_deleted() {
    TestNetwork alone = tenant.network();
    alone.host().service("web");
    interfacesOfAsManyHosts(MANY);
    network.host().service("web");
    long few = count(() -> tenant.owner().delete("/networks/" + alone.id()));
    long many = count(() -> tenant.owner().delete("/networks/" + network.id()));
    assertThat(many).isEqualTo(few);
  }

  @Test
  void one_key_and_many_are_listed() {
    for (int i = 0; i < MANY; i++) {
      tenant.key("Viewer", network);
    }
    costsTheSame(
        () -> tenant.owner().get("/auth/keys?limit=1&offset=1"),
        () -> tenant.owner().get("/auth/keys"));
  }

  @Test
  void one_key_and_many_are_deleted() {
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
  void one_host_and_a_thousand_are_marked() {
    List<String> hosts = BulkRows.hosts(network, 1001);
    String tag = tenant.tag("tag");
    for (String operation : List.of("bulk-add", "bulk-remove")) {
      long few = count(() -> tag(operation, "Host", hosts.subList(0, 1), tag));
      long many = count(() -> tag(operation, "Host", hosts.subList(1, 1001), tag));
      assertThat(many).as(operation).isEqualTo(few);
    }
  }

  @Test
  void one_service_and_a_thousand_are_marked() {
    List<String> services = BulkRows.services(network.host(), 1001);
    String tag = tenant.tag("tag");
    for (String operation : List.of("bulk-add", "bulk-remove")) {
      long few = count(() -> tag(operation, "Service", services.subList(0, 1), tag));
      long many = count(() -> tag(operation, "Service", services.subList(1, 1001), tag));
      assertThat(many).as(operation).isEqualTo(few);
    }
  }

  @Test
  void a_host_is_marked_with_one_tag_and_with_many() {
    TestHost host = network.host();
    List<String> tags = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      tags.add(tenant.tag("tag " + i));
    }
    costsTheSame(() -> assign(host.id(), tags.subList(0, 1)), () -> assign(host.id(), tags));
  }

  private ApiResponse assign(String host, List<String> tags) {
    return tenant
        .owner()
        .put(
            "/tags/assign", JsonBody.of("entity_type", "Host", "entity_id", host, "tag_ids", tags));
  }
}
