package io.berth.services;

import io.berth.persistence.Source;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A service in a response, with its bindings and tags. */
public record ServiceView(
    UUID id,
    UUID hostId,
    UUID networkId,
    String serviceDefinition,
    String name,
    List<BindingView> bindings,
    ServiceVirtualization virtualization,
    Source source,
    List<UUID> tags,
    int position,
    Instant createdAt,
    Instant updatedAt) {

  static ServiceView of(Service service, List<Binding> bindings, List<UUID> tags) {
    return new ServiceView(
        service.id(),
        service.hostId(),
        service.networkId(),
        service.serviceDefinition(),
        service.name(),
        bindings.stream().map(BindingView::of).toList(),
        ServiceVirtualization.of(service.virtualization()),
        service.source(),
        tags,
        service.position(),
        service.createdAt(),
        service.updatedAt());
  }
}
