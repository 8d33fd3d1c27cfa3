package io.berth.hosts;

import io.berth.persistence.ClientIds;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A port in the list of its host; the client makes its id, or sends the nil UUID to get a new one.
 */
public record PortEntry(
    @NotNull UUID id, @NotNull @PortNumber Integer number, @NotNull Protocol protocol) {

  /** Has an id from here on, unless none was sent. */
  public PortEntry {
    id = ClientIds.orNew(id);
  }

  NewPort on(Host host) {
    return new NewPort(host.id(), host.networkId(), number, protocol);
  }

  /** As in {@code 80/tcp}. */
  public String label() {
    return Port.name(number, protocol);
  }
}
