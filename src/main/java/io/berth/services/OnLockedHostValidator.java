package io.berth.services;

import io.berth.refusals.RuleValidator;
import jakarta.inject.Inject;

/** Locks the host; what follows sees a host on which nobody else writes. */
class OnLockedHostValidator extends RuleValidator<OnLockedHost, BindingWrite> {
  @Inject private HostLocks locks;

  @Override
  protected void check(BindingWrite write) {
    locks.lock(write);
  }
}
