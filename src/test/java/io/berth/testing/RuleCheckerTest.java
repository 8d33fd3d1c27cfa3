package io.berth.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.RuleChecker.Row;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each rule must be found broken once; otherwise an empty result proves nothing. */
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

  private static void assertBreaks(String rule, Row... rows) {
    assertThat(RuleChecker.violations(List.of(rows))).singleElement().asString().startsWith(rule);
  }

  @Test
  void finds_a_port_on_all_interfaces_beside_one_on_a_single_interface() {
    assertBreaks("rule 1", row(web, port, null), row(web, port, eth0));
  }

  @Test
  void finds_a_duplicate() {
    assertBreaks("rule 2", row(web, port, eth0), row(web, port, eth0));
  }

  @Test
  void finds_a_conflict_on_an_interface() {
    assertBreaks("rule 3", row(web, null, eth0), row(web, port, eth0));
  }

  @Test
  void finds_a_conflict_on_all_interfaces() {
    assertBreaks("rule 3", row(web, port, null), row(web, null, eth1));
  }

  @Test
  void finds_a_port_of_another_host() {
    assertBreaks("rule 4", new Row(port, web, host, host, port, eth0, null, null));
  }

  @Test
  void finds_a_service_of_another_host() {
    assertBreaks("rule 4", new Row(port, web, host, eth0, port, host, null, null));
  }

  @Test
  void finds_a_deleted_interface() {
    assertBreaks("rule 4", new Row(port, web, host, host, null, null, eth0, null));
  }

  @Test
  void finds_a_port_that_two_services_claim() {
    assertBreaks("rule 5", row(web, port, null), row(dns, port, eth0));
  }

  @Test
  void accepts_valid_bindings() {
    assertThat(
            RuleChecker.violations(
                List.of(
                    row(web, port, eth0),
                    row(web, other, eth0),
                    row(web, null, eth1),
                    row(dns, port, eth1),
                    row(dns, null, eth0))))
        .isEmpty();
  }
}
