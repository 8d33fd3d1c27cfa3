package io.berth.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.inventory.ScriptMachine.Run;
import io.berth.testing.TestTenant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The interfaces that register-this-host creates from the output of {@code ip}. */
@Tag("database-independent")
class RegisterThisHostInterfacesIT {
  private final TestTenant tenant = TestTenant.create();
  private final ScriptMachine machine = new ScriptMachine(tenant);

  @BeforeEach
  void create_a_network() {
    tenant.network();
  }

  @AfterEach
  void remove() {
    machine.close();
  }

  @Test
  void registers_each_address_of_a_device_that_is_up() throws Exception {
    machine
        .loopback()
        .device("eth0", "02:fc:00:00:00:01", "192.0.2.2/24", "192.0.2.3/24", "2001:db8:0:0:1::2/64")
        .device("wlan0", "02:FC:00:00:00:01", "198.51.100.130/25", "fe80::fc:ff:fe00:1/64")
        .device("tun0", null, "10.0.0.1/32 peer 10.0.0.2", "10.0.1.1/24 peer 10.9.0.2")
        .device("ppp0", "", "10.8.0.6/24 peer 10.8.0.5")
        .device("ib0", "80:00:02:08:fe:80:00:00:00:00:00:00:00:02:c9:03", "10.1.0.1/15")
        .device("gre0", "00:00:00:00:00:00", "10.6.0.1/12")
        .device("down0", "02:fc:00:00:00:09", List.of("BROADCAST"), "203.0.113.1/24")
        .device("bare0", "02:fc:00:00:00:08");
    Run run = machine.runTwice();
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    assertThat(machine.registered().interfaces())
        .containsExactly(
            "lo 127.0.0.1 in 127.0.0.0/8 without",
            "lo ::1 in ::1/128 without",
            "eth0 192.0.2.2 in 192.0.2.0/24 02:FC:00:00:00:01",
            "eth0 192.0.2.3 in 192.0.2.0/24 02:FC:00:00:00:01",
            "eth0 2001:db8::1:0:0:2 in 2001:db8::/64 02:FC:00:00:00:01",
            "wlan0 198.51.100.130 in 198.51.100.128/25 02:FC:00:00:00:01",
            "wlan0 fe80::fc:ff:fe00:1 in fe80::/64 02:FC:00:00:00:01",
            "tun0 10.0.0.1 in 10.0.0.1/32 without",
            "tun0 10.0.1.1 in 10.0.1.1/32 without",
            "ppp0 10.8.0.6 in 10.8.0.0/24 without",
            "ib0 10.1.0.1 in 10.0.0.0/15 without",
            "gre0 10.6.0.1 in 10.0.0.0/12 without");
  }

  @Test
  void reports_an_address_on_a_second_device_in_each_run() throws Exception {
    machine
        .device("docker0", "02:42:00:00:00:01", "172.17.0.1/16", "fe80::1/64")
        .device("br-1", "02:42:00:00:00:02", "172.18.0.1/16", "fe80::1/64")
        .device("veth1", "02:42:00:00:00:03", "10.244.1.1/32")
        .device("veth2", "02:42:00:00:00:04", "10.244.1.1/32")
        .device("veth3", "02:42:00:00:00:05", "10.244.1.1/32")
        .device("wide0", null, "10.244.1.1/16")
        .listen("tcp [fe80::1]%br-1:80", "nginx")
        .listen("tcp 10.244.1.1:81", "nginx");
    Run run = machine.runTwice();
    assertThat(run.exit()).isZero();
    assertThat(run.summary()).endsWith(", 3 left out");
    assertThat(run.err())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("left out: interface br-1 fe80::1: docker0 has it"),
            line ->
                assertThat(line).startsWith("left out: interface veth2 10.244.1.1: veth1 has it"),
            line ->
                assertThat(line).startsWith("left out: interface veth3 10.244.1.1: veth1 has it"));
    assertThat(machine.registered().interfaces())
        .containsExactlyInAnyOrder(
            "docker0 172.17.0.1 in 172.17.0.0/16 02:42:00:00:00:01",
            "docker0 fe80::1 in fe80::/64 02:42:00:00:00:01",
            "br-1 172.18.0.1 in 172.18.0.0/16 02:42:00:00:00:02",
            "veth1 10.244.1.1 in 10.244.1.1/32 02:42:00:00:00:03",
            "wide0 10.244.1.1 in 10.244.0.0/16 without");
    assertThat(machine.registered().services())
        .containsExactly(
            "nginx 80/tcp [docker0 fe80::1]", "nginx 81/tcp [veth1 10.244.1.1, wide0 10.244.1.1]");
  }

  @Test
  void omits_temporary_and_unusable_addresses() throws Exception {
    machine
        .device("eth0", null, "2001:db8::1/64 deprecated", "2001:db8::2/64 temporary")
        .device("eth1", null, "2001:db8::3/64 tentative", "2001:db8::4/64 dadfailed")
        .listen("tcp [2001:db8::2]:80", "nginx");
    Run run = machine.runTwice();
    assertThat(run.err())
        .extracting(line -> line.replaceFirst("^left out: (.*): .*$", "$1"))
        .containsExactly(
            "interface eth0 2001:db8::2",
            "interface eth1 2001:db8::3",
            "interface eth1 2001:db8::4",
            "socket [2001:db8::2]:80/tcp of nginx");
    assertThat(machine.registered().interfaces())
        .containsExactly("eth0 2001:db8::1 in 2001:db8::/64 without");
    assertThat(machine.registered().ports()).isEmpty();
  }

  @Test
  void ignores_extra_output_of_some_ip_versions() throws Exception {
    machine
        .program("ss", "", 0)
        .program(
            "ip",
            """
            [{}, {"ifname": "sit0", "flags": null}, {"ifname": "lo", "flags": ["LOOPBACK", "UP"]},
             {"ifname": "veth0", "link_index": 5, "flags": ["UP"], "addr_info":
               [{}, {"family": "inet", "local": "192.0.2.2", "prefixlen": 32}]}]
            """,
            0);
    assertThat(machine.runAsItIs().exit()).isZero();
    assertThat(machine.registered().interfaces())
        .containsExactly("veth0 192.0.2.2 in 192.0.2.2/32 without");
  }
}
