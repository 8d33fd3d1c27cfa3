package io.berth.services;

import static io.berth.testing.TestHost.onInterface;
import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.BodyVariant;
import io.berth.testing.Sql;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rows that an accepted write stores, read with SQL. */
class StoredRowsIT {
  private static final UUID NONE = new UUID(0, 0);

  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final TestHost host = network.host();

  private static UUID id(String text) {
    return UUID.fromString(text);
  }

  private static long micros(String time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(time));
  }

  private static List<List<Object>> service(String service) {
    return Sql.rows(
        "select host_id, network_id, name, service_definition, source, position,"
            + " virtualization_service_id, virtualization_name, virtualization_ref"
            + " from service where id = ?",
        id(service));
  }

  private static List<List<Object>> bindings(String service) {
    return Sql.rows(
        "select host_id, network_id, port_id, interface_id, port_or_none, interface_or_all"
            + " from binding where service_id = ? order by created_at, id",
        id(service));
  }

  private List<Object> row(String port, String iface) {
    UUID portId = port == null ? null : id(port);
    UUID ifaceId = iface == null ? null : id(iface);
    return Arrays.asList(
        id(host.id()),
        id(network.id()),
        portId,
        ifaceId,
        portId == null ? NONE : portId,
        ifaceId == null ? NONE : ifaceId);
  }

  @Test
  void stores_a_service_as_sent() {
    String dockerd = host.service("dockerd");
    var details = Map.of("service_id", dockerd, "container_name", "n", "container_id", "c");
    var docker = Map.of("type", "Docker", "details", details);
    var body = BodyVariant.with(host.serviceBody("web"), "virtualization", docker);
    assertThat(service(network.client().post("/services", body).id()))
        .containsExactly(
            List.of(
                id(host.id()),
                id(network.id()),
                "web",
                "Web Service",
                "MANUAL",
                1,
                id(dockerd),
                "n",
                "c"));
  }

  @Test
  void stores_the_returned_times() {
    var created = host.tryService("web").data();
    assertThat(
            Sql.rows(
                "select created_at, updated_at from service where id = ?",
                id(created.get("id").asText())))
        .containsExactly(
            List.of(
                micros(created.get("created_at").asText()),
                micros(created.get("updated_at").asText())));
  }

  @Test
  void stores_bindings_with_their_host() {
    String port = host.port(80);
    String other = host.port(443);
    String iface = host.iface();
    String service = host.service("web", onPort(port), onPort(other, iface));
    assertThat(bindings(service)).containsExactlyInAnyOrder(row(port, null), row(other, iface));
  }

  @Test
  void stores_an_interface_binding_without_a_port() {
    String iface = host.iface();
    assertThat(bindings(host.service("dhcp", onInterface(iface))))
        .containsExactly(row(null, iface));
  }

  @Test
  void stores_a_repeated_tag_once() {
    String tag = tenant.tag("a");
    var body = BodyVariant.with(host.serviceBody("web"), "tags", List.of(tag, tag));
    String service = network.client().post("/services", body).id();
    assertThat(Sql.rows("select tag_id from tag_assignment where service_id = ?", id(service)))
        .containsExactly(List.of(id(tag)));
  }

  @Test
  void a_move_updates_host_and_network_of_the_bindings() {
    TestHost otherHost = tenant.network().host();
    String port = otherHost.port(80);
    String service = host.service("web", onPort(host.port(80)));
    otherHost.tryReplace(service, "web", onPort(port)).data();
    assertThat(bindings(service))
        .containsExactly(
            Arrays.asList(
                id(otherHost.id()), id(otherHost.network().id()), id(port), null, id(port), NONE));
  }

  @Test
  void clears_all_columns_of_a_virtualization() {
    var details = Map.of("service_id", host.service("dockerd"), "container_name", "n");
    var docker = Map.of("type", "Docker", "details", details);
    var body = BodyVariant.with(host.serviceBody("web"), "virtualization", docker);
    String service = network.client().post("/services", body).id();
    network
        .client()
        .put("/services/" + service, BodyVariant.with(body, "virtualization", null))
        .data();
    assertThat(service(service).get(0).subList(6, 9)).containsOnlyNulls();
  }

  @Test
  void stores_a_binding_like_one_of_a_service() {
    String port = host.port(80);
    String service = host.service("web");
    host.bind(service, onPort(port));
    assertThat(bindings(service)).containsExactly(row(port, null));
  }

  @Test
  void put_of_a_binding_keeps_one_row() {
    String port = host.port(80);
    String iface = host.iface();
    String service = host.service("web", onPort(host.port(443)));
    String binding = host.bindingsOf(service).get(0);
    network
        .client()
        .put("/bindings/" + binding, host.bindingBody(service, onPort(port, iface)))
        .data();
    assertThat(bindings(service)).containsExactly(row(port, iface));
  }

  @Test
  void delete_removes_all_rows_of_a_service() {
    var body =
        BodyVariant.with(
            host.serviceBody("web", onPort(host.port(80))), "tags", List.of(tenant.tag("a")));
    String service = network.client().post("/services", body).id();
    network.client().delete("/services/" + service).data();
    assertThat(
            Sql.number(
                "select (select count(*) from service where id = ?)"
                    + " + (select count(*) from binding where service_id = ?)"
                    + " + (select count(*) from tag_assignment where service_id = ?)",
                id(service),
                id(service),
                id(service)))
        .isZero();
  }
}
