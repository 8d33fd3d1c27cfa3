package io.berth.inventory;

import jakarta.validation.GroupSequence;
import jakarta.validation.groups.Default;

/** The order of validation: the rules are checked only if every member is valid. */
final class HostChecks {
  private HostChecks() {}

  @GroupSequence({Default.class, WholeHost.Rules.class})
  interface WholeHost {
    /** The rules between the entries of the lists, and between them and the stored rows. */
    interface Rules {}
  }
}
