package io.berth.services;

import jakarta.validation.GroupSequence;
import jakarta.validation.groups.Default;

/**
 * The order in which what is sent is checked, cheap before dear; each step only if all before held.
 */
final class ServiceChecks {
  private ServiceChecks() {}

  /** A service with all its bindings. */
  @GroupSequence({
    Default.class,
    WholeService.Conflict.class,
    WholeService.Lock.class,
    WholeService.OwnHost.class,
    WholeService.Claim.class
  })
  interface WholeService {
    /** Rule 3. */
    interface Conflict {}

    /** The host exists and is locked. */
    interface Lock {}

    /** Rule 4. */
    interface OwnHost {}

    /** Rule 5. */
    interface Claim {}
  }

  /** One binding of a service; its rule 3 needs those that are stored, hence the lock first. */
  @GroupSequence({
    Default.class,
    SingleBinding.Shape.class,
    SingleBinding.Lock.class,
    SingleBinding.Conflict.class,
    SingleBinding.OwnHost.class,
    SingleBinding.Claim.class
  })
  interface SingleBinding {
    /** Members that a binding needs when it does not stand in a service. */
    interface Shape {}

    /** The host exists and is locked. */
    interface Lock {}

    /** Rule 3. */
    interface Conflict {}

    /** Rule 4. */
    interface OwnHost {}

    /** Rule 5. */
    interface Claim {}
  }
}
