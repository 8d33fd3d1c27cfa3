package io.berth.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.inventory.ScriptMachine.Run;
import io.berth.testing.TestTenant;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs the example script: what it adds, what it reports, and when it ends early. */
@Tag("database-independent")
class RegisterThisHostIT {
  private static final String LONG_NAME = "d".repeat(101);

  private final TestTenant tenant = TestTenant.create();
  private final ScriptMachine machine = new ScriptMachine(tenant);

  @AfterEach
  void remove() {
    machine.close();
  }

  /** Other tests open and close ports at the same time, so only the interfaces are compared. */
  @Test
  void registers_this_machine_and_adds_no_interface_in_the_second_run() throws Exception {
    tenant.network();
    Run first = machine.runAsItIs();
    assertThat(first.out()).contains("+ host this-machine", "+ interface lo 127.0.0.1");
    assertThat(first.exit()).as("%s", first).isZero();
    assertThat(tenant.owner().get("/services?limit=0").data()).isNotEmpty();
    List<String> interfaces = tenant.owner().get("/interfaces?limit=0").ids();
    Run second = machine.runAsItIs();
    assertThat(tenant.owner().get("/hosts").ids()).hasSize(1);
    assertThat(tenant.owner().get("/interfaces?limit=0").ids()).isEqualTo(interfaces);
    assertThat(second.count("known")).isGreaterThan(interfaces.size());
  }

  @Test
  void reports_the_number_of_added_and_known_entities() throws Exception {
    tenant.network();
    machine.loopback().device("eth0", "02:fc:00:00:00:01", "192.0.2.2/24");
    Run first = machine.listen("tcp *:8080", "java").runTwice();
    assertThat(first.out())
        .containsExactly(
            "+ host this-machine",
            "+ subnet 127.0.0.0/8",
            "+ subnet ::1/128",
            "+ subnet 192.0.2.0/24",
            "+ interface lo 127.0.0.1",
            "+ interface lo ::1",
            "+ interface eth0 192.0.2.2",
            "+ port 8080/tcp",
            "+ service java 8080/tcp",
            "+ service gateway eth0",
            "this-machine: 10 added, 0 known already");
    assertThat(first.err()).isEmpty();
    assertThat(first.exit()).isZero();
  }

  @Test
  void adds_new_interfaces_and_bindings_in_a_later_run() throws Exception {
    tenant.network();
    machine.loopback().listen("tcp 127.0.0.1:80", "nginx").run();
    machine.device("eth0", null, "192.0.2.2/24").listen("tcp 192.0.2.2:80", "nginx");
    assertThat(machine.runTwice().out())
        .contains(
            "+ interface eth0 192.0.2.2", "+ binding nginx 80/tcp on interface eth0 192.0.2.2");
    assertThat(machine.registered().services())
        .containsExactly("nginx 80/tcp [eth0 192.0.2.2, lo 127.0.0.1]");
  }

  @Test
  void continues_after_a_refused_interface_and_adds_it_later() throws Exception {
    tenant.network();
    machine.loopback().device(LONG_NAME, null, "192.0.2.2/24");
    machine.listen("tcp 127.0.0.1:80", "nginx").listen("tcp 192.0.2.2:80", "nginx");
    Run first = machine.listen("tcp 192.0.2.2:81", "haproxy").runTwice();
    assertThat(first.exit()).isOne();
    assertThat(first.summary()).endsWith(", 3 refused");
    assertThat(first.err())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("refused: interface " + LONG_NAME + " 192.0.2.2: "),
            line -> assertThat(line).startsWith("refused: service nginx 80/tcp on interface d"),
            line -> assertThat(line).startsWith("refused: service haproxy 81/tcp on interface d"));
    assertThat(machine.registered().ports()).containsExactly("80/tcp");
    assertThat(machine.registered().services()).containsExactly("nginx 80/tcp [lo 127.0.0.1]");

    machine.reset().loopback().device("eth0", null, "192.0.2.2/24");
    machine.listen("tcp 127.0.0.1:80", "nginx").listen("tcp 192.0.2.2:80", "nginx");
    assertThat(machine.listen("tcp 192.0.2.2:81", "haproxy").runTwice().exit()).isZero();
    assertThat(machine.registered().services())
        .containsExactly(
            "nginx 80/tcp [eth0 192.0.2.2, lo 127.0.0.1]", "haproxy 81/tcp [eth0 192.0.2.2]");
  }

  @Test
  void reports_a_port_of_an_earlier_service_and_registers_the_rest() throws Exception {
    tenant.network();
    machine.loopback().listen("tcp 127.0.0.1:80", "apache2").run();
    machine.reset().loopback().listen("tcp 127.0.0.1:80", "nginx");
    Run later = machine.listen("tcp [::1]:80", "nginx").listen("tcp *:22", "sshd").runTwice();
    assertThat(later.exit()).isOne();
    assertThat(later.err())
        .singleElement()
        .asString()
        .startsWith("refused: service nginx 80/tcp on interface lo 127.0.0.1: ")
        .contains("apache2 80/tcp");
    assertThat(machine.registered().services())
        .containsExactly(
            "apache2 80/tcp [lo 127.0.0.1]", "sshd 22/tcp [all]", "nginx 80/tcp [lo ::1]");
  }

  @Test
  void recognizes_the_service_of_a_port_with_a_hidden_program() throws Exception {
    tenant.network();
    machine.loopback().listen("tcp 0.0.0.0:22", "sshd").run();
    machine.reset().loopback().listen("tcp 0.0.0.0:22");
    assertThat(machine.runTwice().exit()).isZero();
    assertThat(machine.registered().services()).containsExactly("sshd 22/tcp [all]");
  }

  @Test
  void ends_if_the_key_may_not_create_entities() throws Exception {
    machine.loopback().withKey(tenant.key("Viewer", tenant.network()).key());
    Run run = machine.run();
    assertThat(run.exit()).isOne();
    assertThat(run.err()).singleElement().asString().contains("host this-machine: 403");
  }

  @Test
  void ends_if_the_key_is_unknown() throws Exception {
    Run run = machine.loopback().withKey("scp_u_00000000000000000000000000000000").run();
    assertThat(run.exit()).isOne();
    assertThat(run.err()).singleElement().asString().contains("/networks", "401");
  }

  @Test
  void ends_if_the_server_is_unreachable() throws Exception {
    Run run = machine.loopback().at(URI.create("http://127.0.0.1:1")).run();
    assertThat(run.exit()).isOne();
    assertThat(run.err()).last().asString().contains("http://127.0.0.1:1/api/v1/networks");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void ends_if_ip_does_not_print_json() throws Exception {
    machine.program("ss", "", 0).program("ip", "Option \"-j\" is unknown, try \"ip -help\".", 255);
    Run old = machine.runAsItIs();
    assertThat(old.exit()).isOne();
    assertThat(old.err()).singleElement().asString().contains("ip -j addr");
    Run plain = machine.program("ip", "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536", 0).runAsItIs();
    assertThat(plain.exit()).isOne();
    assertThat(plain.err()).singleElement().asString().contains("JSON");
  }
}
