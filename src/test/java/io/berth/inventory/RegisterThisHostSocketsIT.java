package io.berth.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.inventory.ScriptMachine.Run;
import io.berth.testing.TestTenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What register-this-host makes of the sockets and programs that ss prints. */
@Tag("database-independent")
class RegisterThisHostSocketsIT {
  private final TestTenant tenant = TestTenant.create();
  private final ScriptMachine machine = new ScriptMachine(tenant);

  @BeforeEach
  void have_a_machine_with_bridges() {
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
  void binds_a_service_where_its_sockets_listen() throws Exception {
    machine
        .listens("tcp 0.0.0.0:1", "p")
        .listens("tcp [::]:2", "p")
        .listens("tcp *:3", "p")
        .listens("tcp :::4", "p")
        .listens("tcp [::ffff:127.0.0.1]:5", "p")
        .listens("tcp [::ffff:0.0.0.0]:6", "p")
        .listens("tcp [fe80::1]%virbr0:7", "p")
        .listens("tcp [fe80::2%docker0]:8", "p")
        .listens("tcp [2001:db8:0:0::2]:9", "p")
        .listens("udp 0.0.0.0%virbr0:10", "p")
        .listens("udp [::]%virbr0:11", "p")
        .listens("udp *%virbr0:12", "p")
        .listens("udp 127.0.0.53%lo:13", "p")
        .listens("udp 127.0.0.54:13", "p")
        .listens("tcp 127.0.0.1:14", "p")
        .listens("tcp 0.0.0.0:14", "p")
        .listens("tcp 0.0.0.0:15", "p")
        .listens("udp 0.0.0.0:15", "p");
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
  void makes_a_service_of_each_program_that_has_a_port_somewhere() throws Exception {
    machine
        .listens("udp 192.168.122.1:53", "dnsmasq")
        .listens("udp 127.0.0.53%lo:53", "systemd-resolve")
        .listens("udp 0.0.0.0%virbr0:67", "dnsmasq")
        .listens("udp 0.0.0.0%docker0:67", "dhcpd")
        .listens("tcp 192.0.2.2:443", "nginx")
        .listens("tcp 192.168.122.1:443", "haproxy")
        .listens("tcp 127.0.0.1:443", "sslh")
        .listens("tcp 0.0.0.0:80", "haproxy")
        .listens("tcp [::]:80", "nginx")
        .listens("tcp 172.17.0.1:80", "docker-proxy");
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
  void tells_in_each_run_of_a_socket_for_which_there_is_no_place() throws Exception {
    machine
        .listens("udp 0.0.0.0:5353", "avahi-daemon")
        .listens("udp 0.0.0.0:5353", "kdeconnectd")
        .listens("udp 224.0.0.251:5353", "chrome")
        .listens("tcp 192.0.2.2:80", "nginx")
        .listens("tcp 192.0.2.2:80", "haproxy")
        .listens("tcp 127.0.0.1:80", "nginx")
        .listens("tcp 198.51.100.7:81", "freebind")
        .listens("udp 0.0.0.0%wlan0:68", "dhclient");
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
  void names_a_service_by_any_name_that_a_program_may_have() throws Exception {
    machine
        .listens("tcp *:1")
        .listens("tcp *:2", " x")
        .listens("tcp *:3", "x ")
        .listens("tcp *:4", "  ")
        .listens("tcp *:5", "")
        .listens("tcp *:6", "Web Content")
        .listens("tcp *:7", "a\"b'c\\d,e")
        .listens("tcp *:8", "(sd-pam)", "(sd-pam)")
        .listens("tcp *:9", "é\ud83d\ude00")
        .listens("tcp *:10", "a\tb\u001b[1m")
        .listens("tcp *:11", "n".repeat(120))
        .listens("tcp *:12", "nginx", "nginx")
        .listens("tcp *:13", "systemd", "sshd")
        .listens("tcp *:14", "systemd")
        .listens("tcp *:15", "$(id)`id`*")
        .listens("tcp *:16", "users:((")
        .listens("tcp *:17", "-n");
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
