package io.berth.services;

import io.berth.accounts.access.Reachable;
import io.berth.services.ServiceChecks.WholeService;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;

/** The request to create a service. */
@NoBindingConflict(groups = WholeService.Conflict.class)
@OnLockedHost(groups = WholeService.Lock.class)
@OnOwnHost(groups = WholeService.OwnHost.class)
@PortsFree(groups = WholeService.Claim.class)
public record NewService(
    @NotNull UUID hostId,
    @NotNull @Reachable UUID networkId,
    @NotNull @CodePointLength(min = 1, max = 100) String serviceDefinition,
    @NotNull @CodePointLength(max = 100) String name,
    List<@NotNull @Valid NewBinding> bindings,
    @Valid ServiceVirtualization virtualization,
    List<@NotNull UUID> tags)
    implements BindingWrite {

  /** An absent list of bindings becomes an empty one. */
  public NewService {
    bindings = bindings == null ? List.of() : bindings;
  }

  @Override
  public boolean isWhole() {
    return true;
  }

  @Override
  public UUID serviceId() {
    return null;
  }

  @Override
  public UUID replacedId() {
    return null;
  }
}
