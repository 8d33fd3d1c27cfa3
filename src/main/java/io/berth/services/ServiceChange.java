package io.berth.services;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.berth.accounts.access.Reachable;
import io.berth.services.ServiceChecks.WholeService;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;

/**
 * The request to replace a service with PUT. The list replaces all bindings. Absent tags, position
 * and virtualization are kept; a virtualization of null is deleted.
 */
@NoBindingConflict(groups = WholeService.Conflict.class)
@OnLockedHost(groups = WholeService.Lock.class)
@OnOwnHost(groups = WholeService.OwnHost.class)
@PortsFree(groups = WholeService.Claim.class)
public record ServiceChange(
    @JsonIgnore UUID serviceId,
    @NotNull UUID hostId,
    @NotNull @Reachable UUID networkId,
    @NotNull @CodePointLength(min = 1, max = 100) String serviceDefinition,
    @NotNull @CodePointLength(max = 100) String name,
    List<@NotNull @Valid NewBinding> bindings,
    Optional<@Valid ServiceVirtualization> virtualization,
    List<@NotNull UUID> tags,
    @Min(0) Integer position)
    implements BindingWrite {

  /** An absent list of bindings becomes an empty one. */
  public ServiceChange {
    bindings = bindings == null ? List.of() : bindings;
  }

  /** This change with the id from the path. */
  ServiceChange withId(UUID id) {
    return new ServiceChange(
        id, hostId, networkId, serviceDefinition, name, bindings, virtualization, tags, position);
  }

  @Override
  public boolean isWhole() {
    return true;
  }

  @Override
  public UUID replacedId() {
    return null;
  }
}
