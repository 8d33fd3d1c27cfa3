package io.berth.services;

import io.berth.hosts.HostMembers;
import io.berth.hosts.Interface;
import io.berth.hosts.Port;
import io.berth.refusals.RuleValidator;
import jakarta.inject.Inject;
import java.util.UUID;

/** Rule 4, with one statement for all ports and one for all interfaces. */
class OnOwnHostValidator extends RuleValidator<OnOwnHost, BindingWrite> {
  @Inject private HostLocks premises;
  @Inject private HostMembers standing;

  @Override
  protected void check(BindingWrite write) {
    NormalizedBindings<NewBinding> wanted = NormalizedBindings.of(write.bindings());
    if (wanted.kept().isEmpty()) {
      return;
    }
    UUID host = premises.hostOf(write);
    wanted.requireOnHost(
        standing.findOn(host, Port.class, wanted.portIds()),
        standing.findOn(host, Interface.class, wanted.interfaceIds()));
  }
}
