package io.berth.services;

import io.berth.hosts.Host;
import io.berth.persistence.ClientIds;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;

/**
 * A service in the list of a host. The client creates the id, or sends the nil UUID to get a new
 * one. If the host already has the service, absent tags and virtualization are kept. An absent
 * position becomes the index in the list.
 */
public record ServiceEntry(
    @NotNull UUID id,
    @NotNull @CodePointLength(min = 1, max = 100) String serviceDefinition,
    @NotNull @CodePointLength(max = 100) String name,
    List<@NotNull @Valid NewBinding> bindings,
    Optional<@Valid ServiceVirtualization> virtualization,
    List<@NotNull UUID> tags,
    Integer position) {

  /** The nil UUID becomes a new id, and an absent list of bindings an empty one. */
  public ServiceEntry {
    id = ClientIds.orNew(id);
    bindings = bindings == null ? List.of() : bindings;
  }

  /** The service as input of the binding rules. */
  public PlannedServices.PlannedService occupant() {
    return PlannedServices.PlannedService.of(id, name, bindings);
  }

  /** This entry with a position; a position that was sent is kept. */
  ServiceEntry at(int place) {
    return position != null
        ? this
        : new ServiceEntry(id, serviceDefinition, name, bindings, virtualization, tags, place);
  }

  NewService asNew(Host host) {
    return new NewService(
        host.id(),
        host.networkId(),
        serviceDefinition,
        name,
        bindings,
        virtualization == null ? null : virtualization.orElse(null),
        tags);
  }

  ServiceChange asChange(Host host) {
    return new ServiceChange(
        id,
        host.id(),
        host.networkId(),
        serviceDefinition,
        name,
        bindings,
        virtualization,
        tags,
        position);
  }
}
