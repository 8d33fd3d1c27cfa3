package io.berth.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortTypesTest {

  @ParameterizedTest
  @CsvSource({
    "22/tcp, Ssh",
    "23/tcp, Telnet",
    "53/tcp, DnsTcp",
    "53/udp, DnsUdp",
    "445/tcp, Samba",
    "2049/tcp, Nfs",
    "21/tcp, Ftp",
    "631/tcp, Ipp",
    "515/tcp, LdpTcp",
    "515/udp, LdpUdp",
    "389/tcp, Ldap",
    "636/tcp, Ldaps",
    "88/tcp, Kerberos",
    "161/udp, Snmp",
    "3389/tcp, Rdp",
    "123/udp, Ntp",
    "5060/tcp, Sip",
    "5061/tcp, SipTls",
    "554/tcp, Rtsp",
    "67/udp, Dhcp",
    "80/tcp, Http",
    "3306/tcp, MySql",
    "5432/tcp, PostgreSQL",
    "27017/tcp, MongoDB",
    "6379/tcp, Redis",
    "1433/tcp, MsSql",
    "2375/tcp, Docker",
    "2376/tcp, DockerTls",
    "6443/tcp, Kubernetes",
    "15672/tcp, RabbitMqMgmt",
    "9042/tcp, Cassandra",
    "9200/tcp, Elasticsearch",
    "8086/tcp, InfluxDb",
    "5984/tcp, CouchDb",
    "9092/tcp, Kafka",
    "3000/tcp, Http3000",
    "5000/tcp, Http5000",
    "8080/tcp, Http8080",
    "8081/tcp, Http8081",
    "8082/tcp, Http8082",
    "8888/tcp, Http8888",
    "9000/tcp, Http9000",
    "443/tcp, Https",
    "8443/tcp, Https8443",
    "9443/tcp, Https9443",
    "10443/tcp, Https10443",
    "1883/tcp, Mqtt",
    "8883/tcp, MqttTls",
    "5672/tcp, AMQP",
    "5671/tcp, AMQPTls",
    "51820/udp, Wireguard",
    "1194/udp, OpenVPN"
  })
  void returns_the_type_name_of_the_api(String port, String name) {
    assertThat(PortTypes.nameOf(port)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "161/tcp",
        "123/tcp",
        "67/tcp",
        "68/udp",
        "51820/tcp",
        "1194/tcp",
        "22/udp",
        "80/udp",
        "443/udp",
        "8883/udp",
        "1/tcp",
        "65535/udp"
      })
  void returns_custom_for_any_other_pair(String port) {
    assertThat(PortTypes.nameOf(port)).isEqualTo("Custom");
  }
}
