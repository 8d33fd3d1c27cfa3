package io.berth.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.services.ReferenceRules.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of the test oracle itself. */
class ReferenceRulesTest {

  @Test
  void finds_no_violation_among_valid_bindings() {
    assertThat(
            violations(
                row("web", "80", "eth0"),
                row("web", "80", "eth1"),
                row("dns", "53", null),
                row("agent", null, "eth0")))
        .isEmpty();
  }

  @Test
  void finds_a_violation_of_rule_1() {
    assertThat(violations(row("web", "80", null), row("web", "80", "eth0")))
        .singleElement()
        .asString()
        .startsWith("rule 1");
  }

  @Test
  void finds_a_violation_of_rule_2() {
    assertThat(violations(row("web", "80", null), row("web", "80", null)))
        .singleElement()
        .asString()
        .startsWith("rule 2");
  }

  @Test
  void finds_a_violation_of_rule_3() {
    assertThat(violations(row("web", "80", null), row("web", null, "eth0")))
        .singleElement()
        .asString()
        .startsWith("rule 3");
  }

  @Test
  void finds_a_port_of_another_host() {
    assertThat(violations(new Row("web", "here", "80", "there", null, null, "lan")))
        .singleElement()
        .asString()
        .startsWith("rule 4");
  }

  @Test
  void finds_an_interface_of_another_host() {
    assertThat(violations(new Row("web", "here", null, null, "eth0", "there", "lan")))
        .singleElement()
        .asString()
        .startsWith("rule 4");
  }

  @Test
  void finds_an_interface_that_belongs_to_no_host() {
    assertThat(violations(new Row("web", "here", null, null, "eth0", null, "lan")))
        .singleElement()
        .asString()
        .startsWith("rule 4");
  }

  @Test
  void finds_a_violation_of_rule_5() {
    assertThat(violations(row("web", "80", null), row("proxy", "80", "eth0")))
        .singleElement()
        .asString()
        .startsWith("rule 5");
  }

  @Test
  void finds_a_host_in_two_networks() {
    assertThat(
            violations(
                row("web", "80", null), new Row("dns", "here", "53", "here", null, null, "wan")))
        .singleElement()
        .asString()
        .startsWith("one host in two networks");
  }

  private static List<String> violations(Row... rows) {
    return ReferenceRules.violations(List.of(rows));
  }

  private static Row row(String service, String port, String iface) {
    return new Row(
        service,
        "here",
        port,
        port == null ? null : "here",
        iface,
        iface == null ? null : "here",
        "lan");
  }
}
