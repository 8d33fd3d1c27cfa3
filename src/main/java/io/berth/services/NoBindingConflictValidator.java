package io.berth.services;

import io.berth.refusals.Reason;
import io.berth.refusals.RuleValidator;
import io.berth.services.BindingTarget.HasTarget;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Checks rule 3 within a list of bindings, or for one binding and the stored ones. */
class NoBindingConflictValidator extends RuleValidator<NoBindingConflict, BindingWrite> {
  @Inject private Bindings bindings;

  @Override
  protected void check(BindingWrite write) {
    if (write.isWhole()) {
      check(write.bindings(), Reason.BINDINGS_CONFLICT);
    } else {
      checkAmongStored(write);
    }
  }

  private void checkAmongStored(BindingWrite write) {
    BindingTarget wanted = write.bindings().get(0).target();
    List<HasTarget> together = new ArrayList<>(bindings.findOthers(write));
    boolean repeats = together.stream().anyMatch(b -> b.target().equals(wanted));
    boolean covered = together.stream().anyMatch(b -> b.target().covers(wanted));
    if (covered || (repeats && write.replacedId() != null)) {
      throw new NormalizedBindings.Conflict(wanted.interfaceId(), wanted.portId())
          .refusal(Reason.BINDING_CONFLICTS_WITH_STORED, "The service already has this binding.");
    }
    together.addAll(write.bindings());
    check(together, Reason.BINDING_CONFLICTS_WITH_STORED);
  }

  private static void check(List<? extends HasTarget> bindings, Reason reason) {
    NormalizedBindings.of(List.copyOf(bindings)).requireNoConflict(reason);
  }
}
