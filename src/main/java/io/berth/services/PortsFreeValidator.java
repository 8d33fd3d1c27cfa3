package io.berth.services;

import io.berth.hosts.Port;
import io.berth.problems.Reason;
import io.berth.problems.Refusal;
import io.berth.problems.RuleValidator;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rule 5, with one statement for all ports; Interface bindings claim nothing. */
class PortsFreeValidator extends RuleValidator<PortsFree, BindingWrite> {
  @Inject private Premises premises;
  @Inject private Bindings bindings;

  @Override
  protected void check(BindingWrite write) {
    List<Target> wanted =
        BindingSet.of(write.bindings()).kept().stream().map(NewBinding::target).toList();
    Set<UUID> portIds =
        wanted.stream().map(Target::portId).filter(Objects::nonNull).collect(Collectors.toSet());
    if (portIds.isEmpty()) {
      return;
    }
    bindings.findClaims(premises.hostOf(write), portIds, write.serviceId()).stream()
        .filter(claim -> !claim.binding().id().equals(write.replacedId()))
        .forEach(claim -> mustLeaveFree(claim, wanted, write.isWhole()));
  }

  private static void mustLeaveFree(Bindings.Claim claim, List<Target> wanted, boolean whole) {
    if (wanted.stream().anyMatch(claim.binding().target()::claimsSameAs)) {
      Port port = claim.port();
      Service owner = claim.binding().service();
      throw new Refusal(
          whole ? Reason.PORTS_CLAIMED : Reason.PORT_CLAIMED,
          "Port " + port + " is claimed by the service \"" + owner.name() + "\".",
          "port",
          port.toString(),
          "service_id",
          owner.id(),
          "service_name",
          owner.name());
    }
  }
}
