package io.berth.hosts;

import static io.berth.testing.HostContents.iface;
import static io.berth.testing.HostContents.newId;
import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.JsonBody;
import io.berth.testing.Sql;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Every accepted write writes the rows that its rules depend on; a refused one writes none. */
class RevisionsIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final ApiClient client = network.client();
  private final TestHost host = network.host();

  private static long revision(String table, String id) {
    return Sql.number("select revision from " + table + " where id = ?", UUID.fromString(id));
  }

  private void assertWrites(String table, String id, Supplier<ApiResponse> write) {
    long before = revision(table, id);
    write.get().data();
    assertThat(revision(table, id)).isGreaterThan(before);
  }

  private void assertWritesHost(Supplier<ApiResponse> write) {
    assertWrites("host", host.id(), write);
  }

  @Test
  void a_write_of_a_service_writes_its_host() {
    String port = host.port(80);
    List<String> ids = new ArrayList<>();
    assertWritesHost(
        () -> {
          ApiResponse created = host.tryService("a", onPort(port));
          ids.add(created.id());
          return created;
        });
    String service = ids.get(0);
    assertWritesHost(() -> host.tryReplace(service, "b", onPort(port)));
    assertWritesHost(() -> host.tryBind(service, onPort(host.port(81))));
    String binding = host.bindingsOf(service).get(0);
    assertWritesHost(() -> client.delete("/bindings/" + binding));
    assertWritesHost(() -> client.delete("/services/" + service));
  }

  @Test
  void a_move_of_a_service_writes_both_hosts() {
    TestHost other = network.host();
    String service = host.service("a");
    long before = revision("host", other.id());
    assertWritesHost(() -> client.put("/services/" + service, other.serviceBody("a")));
    assertThat(revision("host", other.id())).isGreaterThan(before);
  }

  @Test
  void a_write_of_a_port_writes_its_host() {
    String port = host.port(80);
    assertWritesHost(() -> host.tryPort(81));
    assertWritesHost(() -> client.put("/ports/" + port, host.portBody(82, "Tcp")));
    assertWritesHost(() -> client.delete("/ports/" + port));
  }

  @Test
  void a_write_of_an_interface_writes_its_host_and_the_subnet() {
    assertWritesHost(host::tryIface);
    assertWrites("subnet", network.subnet(), host::tryIface);
    String iface = host.iface();
    Map<String, Object> changed = host.interfaceBody(network.address());
    assertWrites("subnet", network.subnet(), () -> client.put("/interfaces/" + iface, changed));
    assertWritesHost(() -> client.delete("/interfaces/" + iface));
  }

  @Test
  void a_deleted_subnet_writes_the_hosts_of_its_interfaces() {
    host.iface();
    assertWritesHost(() -> client.delete("/subnets/" + network.subnet()));
  }

  @Test
  void tags_write_the_tagged_entity() {
    String tag = tenant.tag("t");
    String service = host.service("a");
    Map.of("Host", host.id(), "Service", service)
        .forEach(
            (type, id) ->
                assertWritesHost(
                    () ->
                        client.put(
                            "/tags/assign",
                            Map.of(
                                "entity_type", type, "entity_id", id, "tag_ids", List.of(tag)))));
    for (String table : List.of("network", "subnet")) {
      String type = table.substring(0, 1).toUpperCase(Locale.ROOT) + table.substring(1);
      String id = table.equals("network") ? network.id() : network.subnet();
      Map<String, ?> body = Map.of("entity_type", type, "entity_ids", List.of(id), "tag_id", tag);
      assertWrites(table, id, () -> client.post("/tags/assign/bulk-add", body));
      assertWrites(table, id, () -> client.post("/tags/assign/bulk-remove", body));
    }
  }

  @Test
  void a_new_address_of_a_whole_host_writes_its_lock() {
    Map<String, Object> body =
        JsonBody.with(
            network.hostBody("h"),
            "interfaces",
            List.of(iface(newId(), network, network.address())));
    long before = Sql.number("select sum(revision) from address_lock");
    client.post("/hosts", body).data();
    assertThat(Sql.number("select sum(revision) from address_lock")).isGreaterThan(before);
  }

  @Test
  void every_hash_of_an_address_has_a_lock() {
    assertThat(Sql.rows("select id from address_lock order by id"))
        .extracting(row -> ((Number) row.get(0)).longValue())
        .containsExactlyElementsOf(LongStream.range(0, AddressLocks.COUNT).boxed().toList());
  }

  @Test
  void a_refused_write_writes_no_revision() {
    String port = host.port(80);
    host.service("a", onPort(port));
    long before = revision("host", host.id());
    host.tryService("b", onPort(port)).refused(400, "port_claimed");
    host.tryPort(80).refused(409, "duplicate_port");
    client.put("/hosts/" + host.id(), Map.of("name", "x")).refused(400, "missing_field");
    assertThat(revision("host", host.id())).isEqualTo(before);
  }
}
