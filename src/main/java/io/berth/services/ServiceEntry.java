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
 * A service in the list of its host; the client makes its id, or sends the nil UUID to get a new
 * one. Of a service that the host has already, tags and virtualization that are absent are kept.
 * Without a position: as listed.
 */
public record ServiceEntry(
    @NotNull UUID id,
    @NotNull @CodePointLength(min = 1, max = 100) String serviceDefinition,
    @NotNull @CodePointLength(max = 100) String name,
    List<@NotNull @Valid NewBinding> bindings,
    Optional<@Valid ServiceVirtualization> virtualization,
    List<@NotNull UUID> tags,
    Integer position) {

  /** Has an id from here on, unless none was sent; without bindings, the list is empty. */
  public ServiceEntry {
    id = ClientIds.orNew(id);
    bindings = bindings == null ? List.of() : bindings;
  }

  /** The service, as the binding rules see it. */
  public PlannedServices.PlannedService occupant() {
    return PlannedServices.PlannedService.of(id, name, bindings);
  }

  /** The same with a position: its own, if it has one. */
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
