package io.berth.hosts;

import io.berth.inventory.subnets.IpAddress;
import io.berth.persistence.ClientIds;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;

/**
 * An interface in the list of its host; the client makes its id, or sends the nil UUID to get a new
 * one. Without a position: as listed.
 */
public record InterfaceEntry(
    @NotNull UUID id,
    @NotNull UUID subnetId,
    @NotNull @IpAddress String ipAddress,
    @MacAddress String macAddress,
    @CodePointLength(max = 100) String name,
    Integer position) {

  /** Has an id from here on, unless none was sent. */
  public InterfaceEntry {
    id = ClientIds.orNew(id);
  }

  NewInterface on(UUID networkId, UUID hostId) {
    return new NewInterface(networkId, hostId, subnetId, ipAddress, macAddress, name, null);
  }
}
