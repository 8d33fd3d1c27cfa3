package io.berth.services;

import io.berth.refusals.RuleValidator;
import jakarta.inject.Inject;

/** Locks the host, so that no other transaction writes to it during the checks that follow. */
class OnLockedHostValidator extends RuleValidator<OnLockedHost, BindingWrite> {
  @Inject private HostLocks locks;

  @Override
  protected void check(BindingWrite write) {
    locks.lock(write);
  }
}
