package io.berth.services;

import io.berth.hosts.Interfaces;
import io.berth.hosts.Ports;
import io.berth.problems.RuleValidator;
import jakarta.inject.Inject;
import java.util.UUID;

/** Rule 4, with one statement for all ports and one for all interfaces. */
class OnOwnHostValidator extends RuleValidator<OnOwnHost, BindingWrite> {
  @Inject private Premises premises;
  @Inject private Ports ports;
  @Inject private Interfaces interfaces;

  @Override
  protected void check(BindingWrite write) {
    UUID host = premises.hostOf(write);
    BindingSet<NewBinding> wanted = BindingSet.of(write.bindings());
    wanted.mustStandOn(
        ports.findOnHost(host, wanted.portIds()),
        interfaces.findOnHost(host, wanted.interfaceIds()));
  }
}
