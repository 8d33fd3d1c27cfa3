package io.berth.hosts;

import java.util.Map;
import java.util.stream.Collectors;

/** The port names of the API, which are not those of the IANA registry. */
final class PortTypes {
  private static final String CUSTOM = "Custom";

  private static final Map<String, String> NAMES =
      """
      Ssh 22/tcp, Telnet 23/tcp, DnsTcp 53/tcp, DnsUdp 53/udp, Samba 445/tcp, Nfs 2049/tcp,
      Ftp 21/tcp, Ipp 631/tcp, LdpTcp 515/tcp, LdpUdp 515/udp, Ldap 389/tcp, Ldaps 636/tcp,
      Kerberos 88/tcp, Snmp 161/udp, Rdp 3389/tcp, Ntp 123/udp, Sip 5060/tcp, SipTls 5061/tcp,
      Rtsp 554/tcp, Dhcp 67/udp, Http 80/tcp, MySql 3306/tcp, PostgreSQL 5432/tcp,
      MongoDB 27017/tcp, Redis 6379/tcp, MsSql 1433/tcp, Docker 2375/tcp, DockerTls 2376/tcp,
      Kubernetes 6443/tcp, RabbitMqMgmt 15672/tcp, Cassandra 9042/tcp, Elasticsearch 9200/tcp,
      InfluxDb 8086/tcp, CouchDb 5984/tcp, Kafka 9092/tcp, Http3000 3000/tcp, Http5000 5000/tcp,
      Http8080 8080/tcp, Http8081 8081/tcp, Http8082 8082/tcp, Http8888 8888/tcp,
      Http9000 9000/tcp, Https 443/tcp, Https8443 8443/tcp, Https9443 9443/tcp,
      Https10443 10443/tcp, Mqtt 1883/tcp, MqttTls 8883/tcp, AMQP 5672/tcp, AMQPTls 5671/tcp,
      Wireguard 51820/udp, OpenVPN 1194/udp\
      """
          .lines()
          .flatMap(line -> java.util.Arrays.stream(line.split(",")))
          .map(entry -> entry.strip().split(" "))
          .collect(Collectors.toUnmodifiableMap(entry -> entry[1], entry -> entry[0]));

  private PortTypes() {}

  /** The name of a port such as {@code 80/tcp}; {@code Custom} if it has none. */
  static String nameOf(String port) {
    return NAMES.getOrDefault(port, CUSTOM);
  }
}
