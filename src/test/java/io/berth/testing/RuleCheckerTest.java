package io.berth.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.RuleChecker.Row;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A judge who never condemns proves nothing: each rule is broken once. */
class RuleCheckerTest {
  private final UUID host = UUID.randomUUID();
  private final UUID web = UUID.randomUUID();
  private final UUID dns = UUID.randomUUID();
  private final UUID port = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();
  private final UUID eth0 = UUID.randomUUID();
  private final UUID eth1 = UUID.randomUUID();

  private Row row(UUID service, UUID onPort, UUID iface) {
    return new Row(UUID.randomUUID(), service, host, host, onPort, host, iface, host);
  }

  private static void breaks(String rule, Row... rows) {
    assertThat(RuleChecker.judge(List.of(rows))).singleElement().asString().startsWith(rule);
  }

  @Test
  void sees_a_port_on_all_interfaces_beside_one_on_a_single_one() {
    breaks("rule 1", row(web, port, null), row(web, port, eth0));
  }

  @Test
  void sees_a_duplicate() {
    breaks("rule 2", row(web, port, eth0), row(web, port, eth0));
  }

  @Test
  void sees_a_conflict_on_an_interface() {
    breaks("rule 3", row(web, null, eth0), row(web, port, eth0));
  }

  @Test
  void sees_a_conflict_on_all_interfaces() {
    breaks("rule 3", row(web, port, null), row(web, null, eth1));
  }

  @Test
  void sees_a_port_of_another_host() {
    breaks("rule 4", new Row(port, web, host, host, port, eth0, null, null));
  }

  @Test
  void sees_a_service_of_another_host() {
    breaks("rule 4", new Row(port, web, host, eth0, port, host, null, null));
  }

  @Test
  void sees_an_interface_that_is_gone() {
    breaks("rule 4", new Row(port, web, host, host, null, null, eth0, null));
  }

  @Test
  void sees_a_port_that_is_claimed_twice() {
    breaks("rule 5", row(web, port, null), row(dns, port, eth0));
  }

  @Test
  void lets_what_is_allowed_be() {
    assertThat(
            RuleChecker.judge(
                List.of(
                    row(web, port, eth0),
                    row(web, other, eth0),
                    row(web, null, eth1),
                    row(dns, port, eth1),
                    row(dns, null, eth0))))
        .isEmpty();
  }
}
