package io.berth.services;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;

/** A binding on the wire. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = BindingView.OnPort.class, name = "Port"),
  @JsonSubTypes.Type(value = BindingView.OnInterface.class, name = "Interface")
})
public sealed interface BindingView {

  /** A port, on one interface or (null) on all. */
  record OnPort(
      UUID id,
      UUID serviceId,
      UUID networkId,
      UUID portId,
      UUID interfaceId,
      Instant createdAt,
      Instant updatedAt)
      implements BindingView {}

  /** An interface as a whole. */
  record OnInterface(
      UUID id,
      UUID serviceId,
      UUID networkId,
      UUID interfaceId,
      Instant createdAt,
      Instant updatedAt)
      implements BindingView {}

  /** How a binding is shown. */
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
