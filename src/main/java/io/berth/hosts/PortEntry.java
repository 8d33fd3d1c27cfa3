package io.berth.hosts;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** A port in the list of its host; the client makes its id. */
public record PortEntry(
    @NotNull UUID id, @NotNull @PortNumber Integer number, @NotNull Protocol protocol) {

  NewPort on(Host host) {
    return new NewPort(host.id(), host.networkId(), number, protocol);
  }

  /** As in {@code 80/tcp}. */
  public String label() {
    return Port.name(number, protocol);
  }
}
