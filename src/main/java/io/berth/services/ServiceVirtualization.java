package io.berth.services;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.berth.hosts.VirtualizationColumns;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;

/** The Docker container that a service runs in, in requests and responses. */
public record ServiceVirtualization(@NotNull Type type, @NotNull @Valid Details details) {

  /** The kind of virtualization. */
  public enum Type {
    @JsonProperty("Docker")
    DOCKER
  }

  /** The container, and the id of the service that runs it. */
  public record Details(
      @CodePointLength(max = 100) String containerName,
      @CodePointLength(max = 100) String containerId,
      @NotNull UUID serviceId) {}

  VirtualizationColumns stored() {
    return new VirtualizationColumns(
        details.serviceId(), details.containerName(), details.containerId());
  }

  static ServiceVirtualization of(VirtualizationColumns stored) {
    return stored == null
        ? null
        : new ServiceVirtualization(
            Type.DOCKER, new Details(stored.name(), stored.reference(), stored.serviceId()));
  }
}
