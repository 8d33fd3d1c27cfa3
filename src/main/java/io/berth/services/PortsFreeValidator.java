package io.berth.services;

import io.berth.refusals.Reason;
import io.berth.refusals.RuleValidator;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** Checks rule 5 with one SQL statement for all ports; Interface bindings claim nothing. */
class PortsFreeValidator extends RuleValidator<PortsFree, BindingWrite> {
  @Inject private HostLocks locks;
  @Inject private Bindings bindings;

  @Override
  protected void check(BindingWrite write) {
    NormalizedBindings<NewBinding> wanted = NormalizedBindings.of(write.bindings());
    Set<UUID> portIds = wanted.portIds();
    if (portIds.isEmpty()) {
      return;
    }
    PortClaims claims = new PortClaims();
    bindings.findPortUses(locks.hostOf(write), portIds).stream()
        .filter(use -> use.binding() != null)
        .filter(use -> !use.service().id().equals(write.serviceId()))
        .filter(use -> !use.binding().id().equals(write.replacedId()))
        .forEach(use -> claims.add(use.binding().target(), ownerOf(use)));
    Reason reason = write.isWhole() ? Reason.PORTS_CLAIMED : Reason.PORT_CLAIMED;
    wanted.kept().forEach(binding -> claims.requireUnclaimed(binding.target(), reason));
  }

  private static PortClaims.Owner ownerOf(Bindings.PortUse use) {
    return new PortClaims.Owner(use.service().id(), use.service().name(), use.port().toString());
  }
}
