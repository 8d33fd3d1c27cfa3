package io.berth.services;

import io.berth.hosts.HostMembers;
import io.berth.hosts.Interface;
import io.berth.refusals.RuleValidator;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.Collectors;

/** Checks rule 4 with one SQL statement for all ports and one for all interfaces. */
class OnOwnHostValidator extends RuleValidator<OnOwnHost, BindingWrite> {
  @Inject private HostLocks locks;
  @Inject private HostMembers members;
  @Inject private Bindings bindings;

  @Override
  protected void check(BindingWrite write) {
    NormalizedBindings<NewBinding> wanted = NormalizedBindings.of(write.bindings());
    if (wanted.kept().isEmpty()) {
      return;
    }
    UUID host = locks.hostOf(write);
    wanted.requireOnHost(
        bindings.findPortUses(host, wanted.portIds()).stream()
            .map(use -> use.port().id())
            .collect(Collectors.toSet()),
        members.findOn(host, Interface.class, wanted.interfaceIds()));
  }
}
