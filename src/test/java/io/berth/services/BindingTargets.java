package io.berth.services;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Test data for binding targets, in the terms of the binding rules. */
final class BindingTargets {
  static final UUID ETH0 = new UUID(1, 0);
  static final UUID ETH1 = new UUID(1, 1);
  static final UUID ETH2 = new UUID(1, 2);

  private BindingTargets() {}

  record Port(UUID id) {
    BindingTarget on(UUID iface) {
      return new BindingTarget(id, iface);
    }

    BindingTarget onAll() {
      return new BindingTarget(id, null);
    }
  }

  /** A binding of a request; its index distinguishes it from one with an equal target. */
  record Sent(int index, BindingTarget target) implements BindingTarget.HasTarget {}

  static Port port(int number) {
    return new Port(new UUID(2, number));
  }

  static BindingTarget on(UUID iface) {
    return new BindingTarget(null, iface);
  }

  static List<Sent> sent(List<BindingTarget> targets) {
    return IntStream.range(0, targets.size()).mapToObj(i -> new Sent(i, targets.get(i))).toList();
  }

  /** Targets over a few ports and interfaces, so that collisions are frequent. */
  static Arbitrary<BindingTarget> few() {
    Arbitrary<UUID> interfaces = Arbitraries.of(ETH0, ETH1, ETH2);
    Arbitrary<Port> ports = Arbitraries.of(80, 443, 53).map(BindingTargets::port);
    return Arbitraries.oneOf(
        interfaces.map(BindingTargets::on),
        ports.map(Port::onAll),
        ports.flatMap(port -> interfaces.map(port::on)));
  }
}
