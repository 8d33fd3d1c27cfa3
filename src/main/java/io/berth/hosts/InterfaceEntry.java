package io.berth.hosts;

import io.berth.subnets.IpAddress;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;

/** An interface in the list of its host; the client makes its id. Without a position: as listed. */
public record InterfaceEntry(
    @NotNull UUID id,
    @NotNull UUID subnetId,
    @NotNull @IpAddress String ipAddress,
    @MacAddress String macAddress,
    @CodePointLength(max = 100) String name,
    Integer position) {

  NewInterface on(UUID networkId, UUID hostId) {
    return new NewInterface(networkId, hostId, subnetId, ipAddress, macAddress, name, null);
  }
}
