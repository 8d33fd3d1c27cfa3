package io.berth.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.inventory.ScriptMachine.Run;
import io.berth.testing.TestTenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ports and services that register-this-host creates from the output of {@code ss}. */
@Tag("database-independent")
class RegisterThisHostSocketsIT {
  private final TestTenant tenant = TestTenant.create();
  private final ScriptMachine machine = new ScriptMachine(tenant);

  @BeforeEach
  void create_a_machine_with_bridges() {
    tenant.network();
    machine
        .loopback()
        .device("eth0", "02:fc:00:00:00:01", "192.0.2.2/24", "2001:db8::2/64")
        .device("virbr0", "52:54:00:00:00:01", "192.168.122.1/24", "fe80::1/64")
        .device("docker0", "02:42:00:00:00:01", "172.17.0.1/16", "fe80::2/64");
  }

  @AfterEach
  void remove() {
    machine.close();
  }

  @Test
  void binds_a_service_to_the_interfaces_of_its_sockets() throws Exception {
    machine
        .listen("tcp 0.0.0.0:1", "p")
        .listen("tcp [::]:2", "p")
        .listen("tcp *:3", "p")
        .listen("tcp :::4", "p")
        .listen("tcp [::ffff:127.0.0.1]:5", "p")
        .listen("tcp [::ffff:0.0.0.0]:6", "p")
        .listen("tcp [fe80::1]%virbr0:7", "p")
        .listen("tcp [fe80::2%docker0]:8", "p")
        .listen("tcp [2001:db8:0:0::2]:9", "p")
        .listen("udp 0.0.0.0%virbr0:10", "p")
        .listen("udp [::]%virbr0:11", "p")
        .listen("udp *%virbr0:12", "p")
        .listen("udp 127.0.0.53%lo:13", "p")
        .listen("udp 127.0.0.54:13", "p")
        .listen("tcp 127.0.0.1:14", "p")
        .listen("tcp 0.0.0.0:14", "p")
        .listen("tcp 0.0.0.0:15", "p")
        .listen("udp 0.0.0.0:15", "p");
    Run run = machine.runTwice();
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    assertThat(machine.registered().interfaces())
        .contains("lo 127.0.0.53 in 127.0.0.0/8 without", "lo 127.0.0.54 in 127.0.0.0/8 without");
    assertThat(machine.registered().services())
        .containsExactly(
            "p 1/tcp [all]",
            "p 2/tcp [all]",
            "p 3/tcp [all]",
            "p 4/tcp [all]",
            "p 5/tcp [lo 127.0.0.1]",
            "p 6/tcp [all]",
            "p 7/tcp [virbr0 fe80::1]",
            "p 8/tcp [docker0 fe80::2]",
            "p 9/tcp [eth0 2001:db8::2]",
            "p 10/udp [virbr0 192.168.122.1]",
            "p 11/udp [virbr0 fe80::1]",
            "p 12/udp [virbr0 192.168.122.1, virbr0 fe80::1]",
            "p 13/udp [lo 127.0.0.53, lo 127.0.0.54]",
            "p 14/tcp [all]",
            "p 15/tcp [all]",
            "p 15/udp [all]");
  }

  @Test
  void creates_a_service_for_each_program_of_a_port() throws Exception {
    machine
        .listen("udp 192.168.122.1:53", "dnsmasq")
        .listen("udp 127.0.0.53%lo:53", "systemd-resolve")
        .listen("udp 0.0.0.0%virbr0:67", "dnsmasq")
        .listen("udp 0.0.0.0%docker0:67", "dhcpd")
        .listen("tcp 192.0.2.2:443", "nginx")
        .listen("tcp 192.168.122.1:443", "haproxy")
        .listen("tcp 127.0.0.1:443", "sslh")
        .listen("tcp 0.0.0.0:80", "haproxy")
        .listen("tcp [::]:80", "nginx")
        .listen("tcp 172.17.0.1:80", "docker-proxy");
    Run run = machine.runTwice();
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    assertThat(machine.registered().services())
        .containsExactlyInAnyOrder(
            "dnsmasq 53/udp [virbr0 192.168.122.1]",
            "systemd-resolve 53/udp [lo 127.0.0.53]",
            "dnsmasq 67/udp [virbr0 192.168.122.1]",
            "dhcpd 67/udp [docker0 172.17.0.1]",
            "nginx 443/tcp [eth0 192.0.2.2]",
            "haproxy 443/tcp [virbr0 192.168.122.1]",
            "sslh 443/tcp [lo 127.0.0.1]",
            "haproxy 80/tcp [eth0 192.0.2.2, lo 127.0.0.1, lo 127.0.0.53, virbr0 192.168.122.1]",
            "nginx 80/tcp [docker0 fe80::2, eth0 2001:db8::2, lo ::1, virbr0 fe80::1]",
            "docker-proxy 80/tcp [docker0 172.17.0.1]");
  }

  @Test
  void reports_a_socket_without_an_interface_in_each_run() throws Exception {
    machine
        .listen("udp 0.0.0.0:5353", "avahi-daemon")
        .listen("udp 0.0.0.0:5353", "kdeconnectd")
        .listen("udp 224.0.0.251:5353", "chrome")
        .listen("tcp 192.0.2.2:80", "nginx")
        .listen("tcp 192.0.2.2:80", "haproxy")
        .listen("tcp 127.0.0.1:80", "nginx")
        .listen("tcp 198.51.100.7:81", "freebind")
        .listen("udp 0.0.0.0%wlan0:68", "dhclient");
    Run run = machine.runTwice();
    assertThat(run.exit()).isZero();
    assertThat(run.summary()).endsWith(", 5 left out");
    assertThat(run.err())
        .extracting(line -> line.replaceFirst("^left out: (.*): .*$", "$1"))
        .containsExactlyInAnyOrder(
            "socket 224.0.0.251:5353/udp of chrome",
            "socket 198.51.100.7:81/tcp of freebind",
            "socket 0.0.0.0%wlan0:68/udp of dhclient",
            "socket 0.0.0.0:5353/udp of kdeconnectd",
            "socket 192.0.2.2:80/tcp of nginx");
    assertThat(machine.registered().ports()).containsExactly("80/tcp", "5353/udp");
    assertThat(machine.registered().services())
        .containsExactlyInAnyOrder(
            "avahi-daemon 5353/udp [all]",
            "nginx 80/tcp [lo 127.0.0.1]",
            "haproxy 80/tcp [eth0 192.0.2.2]");
  }

  @Test
  void names_a_service_after_any_program_name() throws Exception {
    machine
        .listen("tcp *:1")
        .listen("tcp *:2", " x")
        .listen("tcp *:3", "x ")
        .listen("tcp *:4", "  ")
        .listen("tcp *:5", "")
        .listen("tcp *:6", "Web Content")
        .listen("tcp *:7", "a\"b'c\\d,e")
        .listen("tcp *:8", "(sd-pam)", "(sd-pam)")
        .listen("tcp *:9", "é\ud83d\ude00")
        .listen("tcp *:10", "a\tb\u001b[1m")
        .listen("tcp *:11", "n".repeat(120))
        .listen("tcp *:12", "nginx", "nginx")
        .listen("tcp *:13", "systemd", "sshd")
        .listen("tcp *:14", "systemd")
        .listen("tcp *:15", "$(id)`id`*")
        .listen("tcp *:16", "users:((")
        .listen("tcp *:17", "-n");
    Run run = machine.runTwice();
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    assertThat(machine.registered().services())
        .containsExactly(
            "unknown 1/tcp [all]",
            "x 2/tcp [all]",
            "x 3/tcp [all]",
            "unknown 4/tcp [all]",
            "unknown 5/tcp [all]",
            "Web Content 6/tcp [all]",
            "a\"b'c\\d,e 7/tcp [all]",
            "(sd-pam) 8/tcp [all]",
            "é\ud83d\ude00 9/tcp [all]",
            "a?b?[1m 10/tcp [all]",
            "n".repeat(89) + "… 11/tcp [all]",
            "nginx 12/tcp [all]",
            "sshd 13/tcp [all]",
            "systemd 14/tcp [all]",
            "$(id)`id`* 15/tcp [all]",
            "users:(( 16/tcp [all]",
            "-n 17/tcp [all]");
  }
}
