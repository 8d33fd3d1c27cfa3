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

/** What the schema refuses by a constraint of its own, whoever writes. */
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

  private static void refuses(String constraint, String statement, Object... parameters) {
    assertThatThrownBy(() -> Sql.update(statement, parameters))
        .hasMessageMatching("(?is).*\\b" + constraint + "(\\b|_INDEX).*");
  }

  private void refusesBinding(
      String constraint,
      UUID service,
      TestHost at,
      UUID port,
      UUID iface,
      UUID orNone,
      UUID orAll) {
    refuses(
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

  private void refusesBinding(String constraint, UUID service, UUID port, UUID iface) {
    refusesBinding(
        constraint,
        service,
        host,
        port,
        iface,
        port == null ? NONE : port,
        iface == null ? NONE : iface);
  }

  @Test
  void one_port_on_all_interfaces_for_two_services() {
    String port = host.port(80);
    host.service("owner", onPort(port));
    refusesBinding("binding_claim", web, id(port), null);
  }

  @Test
  void one_port_on_one_interface_for_two_services() {
    String port = host.port(80);
    String iface = host.iface();
    host.service("owner", onPort(port, iface));
    refusesBinding("binding_claim", web, id(port), id(iface));
  }

  @Test
  void the_same_interface_twice_for_a_service() {
    String iface = host.iface();
    host.bind(web.toString(), onInterface(iface));
    refusesBinding("binding_once", web, null, id(iface));
  }

  @Test
  void the_same_port_twice_for_a_service() {
    String port = host.port(80);
    host.bind(web.toString(), onPort(port));
    refusesBinding("binding_(once|claim)", web, id(port), null);
  }

  @Test
  void a_binding_to_nothing() {
    refusesBinding("binding_target", web, null, null);
  }

  @Test
  void a_port_of_another_host() {
    refusesBinding("binding_port", web, id(other.port(80)), null);
  }

  @Test
  void an_unknown_port() {
    refusesBinding("binding_port", web, UUID.randomUUID(), null);
  }

  @Test
  void an_interface_of_another_host() {
    refusesBinding("binding_interface", web, null, id(other.iface()));
  }

  @Test
  void an_unknown_interface() {
    refusesBinding("binding_interface", web, null, UUID.randomUUID());
  }

  @Test
  void a_service_of_another_host() {
    UUID port = id(other.port(80));
    refusesBinding("binding_service", web, other, port, null, port, NONE);
  }

  @Test
  void an_unknown_service() {
    refusesBinding("binding_service", UUID.randomUUID(), id(host.port(80)), null);
  }

  @Test
  void a_key_that_denies_the_port() {
    refusesBinding("binding_port_or_none", web, host, id(host.port(80)), null, NONE, NONE);
  }

  @Test
  void a_key_that_denies_the_interface() {
    UUID iface = id(host.iface());
    refusesBinding("binding_interface_or_all", web, host, null, iface, NONE, NONE);
  }

  @Test
  void a_binding_that_says_another_network_than_its_host() {
    host.bind(web.toString(), onPort(host.port(80)));
    refuses(
        "binding_network",
        "update binding set network_id = ? where service_id = ?",
        id(tenant.network().id()),
        web);
  }

  @Test
  void a_bound_service_that_leaves_its_host_alone() {
    host.bind(web.toString(), onPort(host.port(80)));
    refuses("binding_service", "update service set host_id = ? where id = ?", id(other.id()), web);
  }

  @Test
  void a_bound_port_that_leaves_its_host() {
    String port = host.port(80);
    host.bind(web.toString(), onPort(port));
    refuses("binding_port", "update port set host_id = ? where id = ?", id(other.id()), id(port));
  }

  @Test
  void a_bound_interface_that_leaves_its_host() {
    String iface = host.iface();
    host.bind(web.toString(), onInterface(iface));
    refuses(
        "binding_interface",
        "update interface set host_id = ? where id = ?",
        id(other.id()),
        id(iface));
  }

  @Test
  void a_service_in_another_network_than_its_host() {
    refuses(
        "service_host",
        "update service set network_id = ? where id = ?",
        id(tenant.network().id()),
        web);
  }

  @Test
  void a_port_in_another_network_than_its_host() {
    refuses(
        "port_host",
        "update port set network_id = ? where id = ?",
        id(tenant.network().id()),
        id(host.port(80)));
  }

  @Test
  void an_interface_in_a_subnet_of_another_network() {
    refuses(
        "interface_subnet",
        "update interface set subnet_id = ? where id = ?",
        id(tenant.network().subnet()),
        id(host.iface()));
  }

  @Test
  void a_negative_position() {
    refuses("service_position", "update service set position = -1 where id = ?", web);
  }

  @Test
  void a_port_number_out_of_range() {
    UUID port = id(host.port(80));
    refuses("port_number_range", "update port set number = 65536 where id = ?", port);
  }

  @Test
  void a_protocol_that_is_none() {
    UUID port = id(host.port(80));
    refuses("port_protocol", "update port set protocol = 'SCT' where id = ?", port);
  }

  @Test
  void a_port_that_the_host_has() {
    host.port(80);
    UUID second = id(host.port(81));
    refuses("port_number", "update port set number = 80 where id = ?", second);
  }

  @Test
  void an_address_that_the_host_has() {
    UUID first = id(host.iface());
    UUID second = id(host.iface());
    refuses(
        "interface_address",
        "update interface set ip_address = ? where id = ?",
        Sql.rows("select ip_address from interface where id = ?", first).get(0).get(0),
        second);
  }
}
