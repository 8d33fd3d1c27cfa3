package io.berth.services;

import io.berth.database.Stored;
import io.berth.hosts.Interfaces;
import io.berth.hosts.Ports;
import io.berth.problems.Reason;
import io.berth.problems.Refusal;
import io.berth.problems.RuleValidator;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rule 4, with one statement for all ports and one for all interfaces. */
class OnOwnHostValidator extends RuleValidator<OnOwnHost, BindingWrite> {
  @Inject private Premises premises;
  @Inject private Ports ports;
  @Inject private Interfaces interfaces;

  @Override
  protected void check(BindingWrite write) {
    UUID host = premises.hostOf(write);
    List<NewBinding> kept = BindingSet.of(write.bindings()).kept();
    Set<UUID> portIds = named(kept, Target::portId);
    if (!portIds.isEmpty()) {
      mustHave(ports.findOnHost(host, portIds).stream().map(Stored::id).toList(), portIds, "Port");
    }
    Set<UUID> interfaceIds = named(kept, Target::interfaceId);
    if (!interfaceIds.isEmpty()) {
      mustHave(interfaces.findOnHost(host, interfaceIds), interfaceIds, "Interface");
    }
  }

  private static Set<UUID> named(List<NewBinding> bindings, Function<Target, UUID> what) {
    return bindings.stream()
        .map(NewBinding::target)
        .map(what)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }

  private static void mustHave(Collection<UUID> onHost, Set<UUID> wanted, String kind) {
    wanted.removeAll(Set.copyOf(onHost));
    for (UUID missing : wanted) {
      throw new Refusal(
          Reason.BINDING_WRONG_HOST,
          kind + " " + missing + " does not belong to the service's host.",
          "kind",
          kind,
          "id",
          missing);
    }
  }
}
