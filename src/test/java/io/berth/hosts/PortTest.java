package io.berth.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class PortTest {

  @Test
  void to_string_joins_number_and_protocol() {
    assertThat(port(80, Protocol.TCP)).hasToString("80/tcp");
  }

  @Test
  void derives_its_type_from_number_and_protocol() {
    assertThat(port(53, Protocol.UDP).type()).isEqualTo("DnsUdp");
  }

  @Test
  void updates_its_type_with_its_protocol() {
    Port port = port(161, Protocol.UDP);
    port.apply(newPort(161, Protocol.TCP));
    assertThat(port.type()).isEqualTo("Custom");
  }

  private static Port port(int number, Protocol protocol) {
    return new Port(newPort(number, protocol));
  }

  private static NewPort newPort(int number, Protocol protocol) {
    return new NewPort(new UUID(1, 1), new UUID(2, 2), number, protocol);
  }
}
