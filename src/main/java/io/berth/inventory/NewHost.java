package io.berth.inventory;

import io.berth.access.Reachable;
import io.berth.hosts.Host;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;

/** What a host is made of. Its interfaces, ports and services are made by their own resources. */
public record NewHost(
    @NotNull @CodePointLength(max = 100) String name,
    @NotNull @Reachable UUID networkId,
    @CodePointLength(max = 253) String hostname,
    @CodePointLength(max = 500) String description,
    Boolean hidden,
    @Valid Virtualization virtualization,
    List<@NotNull UUID> tags,
    @Size(max = 0, message = NESTED) List<Object> interfaces,
    @Size(max = 0, message = NESTED) List<Object> ports,
    @Size(max = 0, message = NESTED) List<Object> services) {

  static final String NESTED = "must be made by its own resource, after the host";

  Host.Description toDescription() {
    return new Host.Description(
        name,
        hostname,
        description,
        Boolean.TRUE.equals(hidden),
        virtualization == null ? null : virtualization.stored());
  }
}
