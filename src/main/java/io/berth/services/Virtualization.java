package io.berth.services;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.berth.hosts.Virtualized;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;

/** What a service runs in, on the wire: a container of Docker. */
public record Virtualization(@NotNull Type type, @NotNull @Valid Details details) {

  /** The kinds of it. */
  public enum Type {
    @JsonProperty("Docker")
    DOCKER
  }

  /** The container, and the service that runs it. */
  public record Details(
      @CodePointLength(max = 100) String containerName,
      @CodePointLength(max = 100) String containerId,
      @NotNull UUID serviceId) {}

  Virtualized stored() {
    return new Virtualized(details.serviceId(), details.containerName(), details.containerId());
  }

  static Virtualization of(Virtualized stored) {
    return stored == null
        ? null
        : new Virtualization(
            Type.DOCKER, new Details(stored.name(), stored.reference(), stored.serviceId()));
  }
}
