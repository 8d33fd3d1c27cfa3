package io.berth.services;

import java.time.Instant;
import java.util.UUID;

/** A binding in a table. */
public record BindingRow(
    UUID id,
    UUID serviceId,
    String bindingType,
    UUID interfaceId,
    UUID portId,
    UUID networkId,
    Instant createdAt,
    Instant updatedAt) {

  static BindingRow of(Binding binding) {
    return new BindingRow(
        binding.id(),
        binding.serviceId(),
        binding.target().isInterface() ? "Interface" : "Port",
        binding.target().interfaceId(),
        binding.target().portId(),
        binding.networkId(),
        binding.createdAt(),
        binding.updatedAt());
  }
}
