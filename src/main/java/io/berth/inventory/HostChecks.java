package io.berth.inventory;

import jakarta.validation.GroupSequence;
import jakarta.validation.groups.Default;

/** The order in which what is sent is checked: the rules only if every member is as it must be. */
final class HostChecks {
  private HostChecks() {}

  /** A host with what stands on it. */
  @GroupSequence({Default.class, WholeHost.Rules.class})
  interface WholeHost {
    /** What the lists must be among each other and among what is stored. */
    interface Rules {}
  }
}
