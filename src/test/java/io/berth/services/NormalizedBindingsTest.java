package io.berth.services;

import static io.berth.services.BindingTargets.ETH0;
import static io.berth.services.BindingTargets.ETH1;
import static io.berth.services.BindingTargets.ETH2;
import static io.berth.services.BindingTargets.on;
import static io.berth.services.BindingTargets.port;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.services.BindingTargets.Sent;
import io.berth.services.NormalizedBindings.Conflict;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Examples of binding rules 1 to 3, one for each sentence of the API description. */
class NormalizedBindingsTest {

  // Rule 1: all-interfaces precedence.

  @Test
  void a_port_on_all_interfaces_removes_the_same_port_on_one_after_it() {
    NormalizedBindings<Sent> set = setOf(port(80).onAll(), port(80).on(ETH0));
    assertThat(targets(set)).containsExactly(port(80).onAll());
  }

  @Test
  void a_port_on_all_interfaces_removes_the_same_port_on_one_before_it() {
    NormalizedBindings<Sent> set = setOf(port(80).on(ETH0), port(80).onAll());
    assertThat(targets(set)).containsExactly(port(80).onAll());
  }

  @Test
  void a_port_on_all_interfaces_removes_the_same_port_on_each_interface() {
    NormalizedBindings<Sent> set =
        setOf(port(80).on(ETH0), port(80).on(ETH1), port(80).onAll(), port(80).on(ETH2));
    assertThat(targets(set)).containsExactly(port(80).onAll());
  }

  @Test
  void a_port_on_all_interfaces_keeps_another_port_on_one() {
    NormalizedBindings<Sent> set = setOf(port(80).onAll(), port(443).on(ETH0));
    assertThat(targets(set)).containsExactly(port(80).onAll(), port(443).on(ETH0));
  }

  @Test
  void a_port_on_all_interfaces_keeps_an_interface_binding() {
    NormalizedBindings<Sent> set = setOf(port(80).onAll(), on(ETH0));
    assertThat(targets(set)).containsExactly(port(80).onAll(), on(ETH0));
  }

  @Test
  void precedence_reports_no_conflict() {
    NormalizedBindings<Sent> set = setOf(port(80).on(ETH0), port(80).onAll());
    assertThat(set.conflict()).isEmpty();
  }

  // Rule 2: deduplication.

  @Test
  void keeps_the_first_of_equal_ports_on_one_interface() {
    NormalizedBindings<Sent> set = setOf(port(80).on(ETH0), port(443).on(ETH0), port(80).on(ETH0));
    assertThat(set.kept()).extracting(Sent::index).containsExactly(0, 1);
  }

  @Test
  void keeps_the_first_of_equal_ports_on_all_interfaces() {
    NormalizedBindings<Sent> set = setOf(port(80).onAll(), port(80).onAll());
    assertThat(set.kept()).extracting(Sent::index).containsExactly(0);
  }

  @Test
  void keeps_the_first_of_equal_interface_bindings() {
    NormalizedBindings<Sent> set = setOf(on(ETH0), on(ETH1), on(ETH0));
    assertThat(set.kept()).extracting(Sent::index).containsExactly(0, 1);
  }

  @Test
  void bindings_of_different_types_on_one_interface_are_not_equal() {
    NormalizedBindings<Sent> set = setOf(on(ETH0), port(80).on(ETH0));
    assertThat(set.kept()).extracting(Sent::index).containsExactly(0, 1);
  }

  @Test
  void deduplication_reports_no_conflict() {
    NormalizedBindings<Sent> set = setOf(on(ETH0), on(ETH0));
    assertThat(set.conflict()).isEmpty();
  }

  @Test
  void keeps_the_order() {
    NormalizedBindings<Sent> set = setOf(on(ETH2), port(443).on(ETH1), port(80).on(ETH0));
    assertThat(set.kept()).extracting(Sent::index).containsExactly(0, 1, 2);
  }

  // Rule 3: conflict.

  @Test
  void an_interface_conflicts_with_a_port_on_it() {
    NormalizedBindings<Sent> set = setOf(on(ETH0), port(80).on(ETH0));
    assertThat(set.conflict()).isEqualTo(conflict(ETH0, port(80)));
  }

  @Test
  void an_interface_conflicts_with_a_port_on_all_interfaces() {
    NormalizedBindings<Sent> set = setOf(on(ETH0), port(80).onAll());
    assertThat(set.conflict()).isEqualTo(conflict(ETH0, port(80)));
  }

  @Test
  void a_port_on_all_interfaces_conflicts_with_any_interface() {
    NormalizedBindings<Sent> set = setOf(port(80).onAll(), port(443).on(ETH1), on(ETH0));
    assertThat(set.conflict()).isEqualTo(conflict(ETH0, port(80)));
  }

  @Test
  void finds_a_conflict_in_either_order() {
    NormalizedBindings<Sent> set = setOf(port(80).on(ETH0), on(ETH0));
    assertThat(set.conflict()).isEqualTo(conflict(ETH0, port(80)));
  }

  @Test
  void an_interface_does_not_conflict_with_a_port_on_another_one() {
    NormalizedBindings<Sent> set = setOf(on(ETH0), port(80).on(ETH1));
    assertThat(set.conflict()).isEmpty();
  }

  @Test
  void two_interfaces_never_conflict() {
    NormalizedBindings<Sent> set = setOf(on(ETH0), on(ETH1), on(ETH2));
    assertThat(set.conflict()).isEmpty();
  }

  @Test
  void the_same_port_on_two_interfaces_does_not_conflict() {
    NormalizedBindings<Sent> set = setOf(port(80).on(ETH0), port(80).on(ETH1));
    assertThat(set.conflict()).isEmpty();
  }

  @Test
  void different_ports_never_conflict() {
    NormalizedBindings<Sent> set = setOf(port(80).onAll(), port(443).onAll(), port(53).on(ETH0));
    assertThat(set.conflict()).isEmpty();
  }

  @Test
  void an_empty_list_has_no_conflict() {
    NormalizedBindings<Sent> set = setOf();
    assertThat(set.conflict()).isEmpty();
  }

  private static NormalizedBindings<Sent> setOf(BindingTarget... targets) {
    return NormalizedBindings.of(BindingTargets.sent(List.of(targets)));
  }

  private static List<BindingTarget> targets(NormalizedBindings<Sent> set) {
    return set.kept().stream().map(Sent::target).toList();
  }

  private static Optional<Conflict> conflict(UUID iface, BindingTargets.Port port) {
    return Optional.of(new Conflict(iface, port.id()));
  }
}
