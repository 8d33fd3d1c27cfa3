package io.berth.hosts;

import io.berth.persistence.ClientIds;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A port in the list of its host. The client creates the id, or sends the nil UUID to get a new
 * one.
 */
public record PortEntry(
    @NotNull UUID id, @NotNull @PortNumber Integer number, @NotNull Protocol protocol) {

  /** Replaces the nil UUID with a new id; null stays null, for the validation. */
  public PortEntry {
    id = ClientIds.orNew(id);
  }

  NewPort on(Host host) {
    return new NewPort(host.id(), host.networkId(), number, protocol);
  }

  /** The number and protocol, such as {@code 80/tcp}. */
  public String label() {
    return Port.name(number, protocol);
  }
}
