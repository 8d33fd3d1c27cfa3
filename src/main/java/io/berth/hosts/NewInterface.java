package io.berth.hosts;

import io.berth.accounts.access.Reachable;
import io.berth.inventory.subnets.IpAddress;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;

/** The body of POST and PUT. A new interface is the last one of its host, whatever its position. */
public record NewInterface(
    @NotNull @Reachable UUID networkId,
    @NotNull UUID hostId,
    @NotNull UUID subnetId,
    @NotNull @IpAddress String ipAddress,
    @MacAddress String macAddress,
    @CodePointLength(max = 100) String name,
    @Min(0) Integer position) {}
