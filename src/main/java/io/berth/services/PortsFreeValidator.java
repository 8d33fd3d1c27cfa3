package io.berth.services;

import io.berth.refusals.Reason;
import io.berth.refusals.RuleValidator;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** Rule 5, with one statement for all ports; Interface bindings claim nothing. */
class PortsFreeValidator extends RuleValidator<PortsFree, BindingWrite> {
  @Inject private HostLocks premises;
  @Inject private Bindings bindings;

  @Override
  protected void check(BindingWrite write) {
    NormalizedBindings<NewBinding> wanted = NormalizedBindings.of(write.bindings());
    Set<UUID> portIds = wanted.portIds();
    if (portIds.isEmpty()) {
      return;
    }
    PortClaims claims = new PortClaims();
    bindings.findClaims(premises.hostOf(write), portIds, write.serviceId()).stream()
        .filter(claim -> !claim.binding().id().equals(write.replacedId()))
        .forEach(claim -> claims.add(claim.binding().target(), ownerOf(claim)));
    Reason reason = write.isWhole() ? Reason.PORTS_CLAIMED : Reason.PORT_CLAIMED;
    wanted.kept().forEach(binding -> claims.requireUnclaimed(binding.target(), reason));
  }

  private static PortClaims.Owner ownerOf(Bindings.Claim claim) {
    Service service = claim.binding().service();
    return new PortClaims.Owner(service.id(), service.name(), claim.port().toString());
  }
}
