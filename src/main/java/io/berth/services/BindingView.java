package io.berth.services;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;

/** A binding in a response. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = BindingView.OnPort.class, name = "Port"),
  @JsonSubTypes.Type(value = BindingView.OnInterface.class, name = "Interface")
})
public sealed interface BindingView {

  /** A port on one interface, or on all interfaces if the interface is null. */
  record OnPort(
      UUID id,
      UUID serviceId,
      UUID networkId,
      UUID portId,
      UUID interfaceId,
      Instant createdAt,
      Instant updatedAt)
      implements BindingView {}

  /** A whole interface. */
  record OnInterface(
      UUID id,
      UUID serviceId,
      UUID networkId,
      UUID interfaceId,
      Instant createdAt,
      Instant updatedAt)
      implements BindingView {}

  /** The response for a stored binding. */
  static BindingView of(Binding binding) {
    BindingTarget target = binding.target();
    UUID service = binding.serviceId();
    return target.isInterface()
        ? new OnInterface(
            binding.id(),
            service,
            binding.networkId(),
            target.interfaceId(),
            binding.createdAt(),
            binding.updatedAt())
        : new OnPort(
            binding.id(),
            service,
            binding.networkId(),
            target.portId(),
            target.interfaceId(),
            binding.createdAt(),
            binding.updatedAt());
  }
}
