package io.berth.hosts;

import io.berth.access.Reachable;
import io.berth.subnets.IpAddress;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;

/**
 * What an interface is made of, and what a PUT replaces. A new one comes last, whatever is sent.
 */
public record NewInterface(
    @NotNull @Reachable UUID networkId,
    @NotNull UUID hostId,
    @NotNull UUID subnetId,
    @NotNull @IpAddress String ipAddress,
    @Pattern(
            regexp = "(\\p{XDigit}{2}:){5}\\p{XDigit}{2}|(\\p{XDigit}{2}-){5}\\p{XDigit}{2}",
            message = "must be six pairs of hexadecimal digits with colons or dashes")
        String macAddress,
    @CodePointLength(max = 100) String name,
    @Min(0) Integer position) {}
