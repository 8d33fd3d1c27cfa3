package io.berth.services;

import java.time.Instant;
import java.util.UUID;

/** A binding as a row of a CSV file. */
public record BindingCsvRow(
    UUID id,
    UUID serviceId,
    String bindingType,
    UUID interfaceId,
    UUID portId,
    UUID networkId,
    Instant createdAt,
    Instant updatedAt) {

  static BindingCsvRow of(Binding binding) {
    return new BindingCsvRow(
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
