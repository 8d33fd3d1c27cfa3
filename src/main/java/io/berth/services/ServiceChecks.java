package io.berth.services;

import jakarta.validation.GroupSequence;
import jakarta.validation.groups.Default;

/** The order of the checks of a request: cheap checks first, each only if all before it passed. */
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

  /** One binding of a service; rule 3 reads the stored bindings, so the lock comes first. */
  @GroupSequence({
    Default.class,
    SingleBinding.Shape.class,
    SingleBinding.Lock.class,
    SingleBinding.Conflict.class,
    SingleBinding.OwnHost.class,
    SingleBinding.Claim.class
  })
  interface SingleBinding {
    /** Members that are required if the binding is not in the list of a service. */
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
