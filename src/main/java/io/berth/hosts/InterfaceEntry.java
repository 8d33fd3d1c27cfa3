package io.berth.hosts;

import io.berth.inventory.subnets.IpAddress;
import io.berth.persistence.ClientIds;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;

/**
 * An interface in the list of its host. The client creates the id, or sends the nil UUID to get a
 * new one. Without positions, the order of the list counts.
 */
public record InterfaceEntry(
    @NotNull UUID id,
    @NotNull UUID subnetId,
    @NotNull @IpAddress String ipAddress,
    @MacAddress String macAddress,
    @CodePointLength(max = 100) String name,
    Integer position) {

  /** Replaces the nil UUID with a new id; null stays null, for the validation. */
  public InterfaceEntry {
    id = ClientIds.orNew(id);
  }

  NewInterface on(UUID networkId, UUID hostId) {
    return new NewInterface(networkId, hostId, subnetId, ipAddress, macAddress, name, null);
  }
}
