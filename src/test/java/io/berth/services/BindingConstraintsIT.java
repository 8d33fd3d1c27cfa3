package io.berth.services;

import static io.berth.testing.TestHost.onInterface;
import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.berth.testing.Sql;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Constraints of the schema refuse invalid services and bindings in any SQL statement. */
class BindingConstraintsIT {
  private static final UUID NONE = new UUID(0, 0);

  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final TestHost host = network.host();
  private final TestHost other = network.host("other");
  private final UUID web = id(host.service("web"));

  private static UUID id(String text) {
    return UUID.fromString(text);
  }

  private static void assertRefused(String constraint, String statement, Object... parameters) {
    assertThatThrownBy(() -> Sql.update(statement, parameters))
        .hasMessageMatching("(?is).*\\b" + constraint + "(\\b|_INDEX).*");
  }

  private void assertBindingRefused(
      String constraint,
      UUID service,
      TestHost at,
      UUID port,
      UUID iface,
      UUID orNone,
      UUID orAll) {
    assertRefused(
        constraint,
        "insert into binding (id, service_id, host_id, network_id, port_id, interface_id,"
            + " port_or_none, interface_or_all, created_at, updated_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, 1, 1)",
        UUID.randomUUID(),
        service,
        id(at.id()),
        id(at.network().id()),
        port,
        iface,
        orNone,
        orAll);
  }

  private void assertBindingRefused(String constraint, UUID service, UUID port, UUID iface) {
    assertBindingRefused(
        constraint,
        service,
        host,
        port,
        iface,
        port == null ? NONE : port,
        iface == null ? NONE : iface);
  }

  @Test
  void refuses_one_port_on_all_interfaces_for_two_services() {
    String port = host.port(80);
    host.service("owner", onPort(port));
    assertBindingRefused("binding_claim", web, id(port), null);
  }

  @Test
  void refuses_one_port_on_one_interface_for_two_services() {
    String port = host.port(80);
    String iface = host.iface();
    host.service("owner", onPort(port, iface));
    assertBindingRefused("binding_claim", web, id(port), id(iface));
  }

  @Test
  void refuses_a_duplicate_interface_binding_of_a_service() {
    String iface = host.iface();
    host.bind(web.toString(), onInterface(iface));
    assertBindingRefused("binding_once", web, null, id(iface));
  }

  @Test
  void refuses_a_duplicate_port_binding_of_a_service() {
    String port = host.port(80);
    host.bind(web.toString(), onPort(port));
    assertBindingRefused("binding_(once|claim)", web, id(port), null);
  }

  @Test
  void refuses_a_binding_without_a_target() {
    assertBindingRefused("binding_target", web, null, null);
  }

  @Test
  void refuses_a_port_of_another_host() {
    assertBindingRefused("binding_port", web, id(other.port(80)), null);
  }

  @Test
  void refuses_an_unknown_port() {
    assertBindingRefused("binding_port", web, UUID.randomUUID(), null);
  }

  @Test
  void refuses_an_interface_of_another_host() {
    assertBindingRefused("binding_interface", web, null, id(other.iface()));
  }

  @Test
  void refuses_an_unknown_interface() {
    assertBindingRefused("binding_interface", web, null, UUID.randomUUID());
  }

  @Test
  void refuses_a_service_of_another_host() {
    UUID port = id(other.port(80));
    assertBindingRefused("binding_service", web, other, port, null, port, NONE);
  }

  @Test
  void refuses_an_unknown_service() {
    assertBindingRefused("binding_service", UUID.randomUUID(), id(host.port(80)), null);
  }

  @Test
  void refuses_a_key_column_without_the_port() {
    assertBindingRefused("binding_port_or_none", web, host, id(host.port(80)), null, NONE, NONE);
  }

  @Test
  void refuses_a_key_column_without_the_interface() {
    UUID iface = id(host.iface());
    assertBindingRefused("binding_interface_or_all", web, host, null, iface, NONE, NONE);
  }

  @Test
  void refuses_a_binding_in_another_network_than_its_host() {
    host.bind(web.toString(), onPort(host.port(80)));
    assertRefused(
        "binding_network",
        "update binding set network_id = ? where service_id = ?",
        id(tenant.network().id()),
        web);
  }

  @Test
  void refuses_to_move_a_service_without_its_bindings() {
    host.bind(web.toString(), onPort(host.port(80)));
    assertRefused(
        "binding_service", "update service set host_id = ? where id = ?", id(other.id()), web);
  }

  @Test
  void refuses_to_move_a_bound_port() {
    String port = host.port(80);
    host.bind(web.toString(), onPort(port));
    assertRefused(
        "binding_port", "update port set host_id = ? where id = ?", id(other.id()), id(port));
  }

  @Test
  void refuses_to_move_a_bound_interface() {
    String iface = host.iface();
    host.bind(web.toString(), onInterface(iface));
    assertRefused(
        "binding_interface",
        "update interface set host_id = ? where id = ?",
        id(other.id()),
        id(iface));
  }

  @Test
  void refuses_a_service_in_another_network_than_its_host() {
    assertRefused(
        "service_host",
        "update service set network_id = ? where id = ?",
        id(tenant.network().id()),
        web);
  }

  @Test
  void refuses_a_port_in_another_network_than_its_host() {
    assertRefused(
        "port_host",
        "update port set network_id = ? where id = ?",
        id(tenant.network().id()),
        id(host.port(80)));
  }

  @Test
  void refuses_an_interface_in_a_subnet_of_another_network() {
    assertRefused(
        "interface_subnet",
        "update interface set subnet_id = ? where id = ?",
        id(tenant.network().subnet()),
        id(host.iface()));
  }

  @Test
  void refuses_a_negative_position() {
    assertRefused("service_position", "update service set position = -1 where id = ?", web);
  }

  @Test
  void refuses_a_port_number_out_of_range() {
    UUID port = id(host.port(80));
    assertRefused("port_number_range", "update port set number = 65536 where id = ?", port);
  }

  @Test
  void refuses_an_unknown_protocol() {
    UUID port = id(host.port(80));
    assertRefused("port_protocol", "update port set protocol = 'SCT' where id = ?", port);
  }

  @Test
  void refuses_a_duplicate_port_of_the_host() {
    host.port(80);
    UUID second = id(host.port(81));
    assertRefused("port_number", "update port set number = 80 where id = ?", second);
  }

  @Test
  void refuses_a_duplicate_address_of_the_host() {
    UUID first = id(host.iface());
    UUID second = id(host.iface());
    assertRefused(
        "interface_address",
        "update interface set ip_address = ? where id = ?",
        Sql.rows("select ip_address from interface where id = ?", first).get(0).get(0),
        second);
  }
}
