package io.berth.inventory.subnets;

import io.berth.accounts.access.Reachable;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;

/** The body of POST and PUT. A PUT without {@code tags} keeps the tags. */
public record NewSubnet(
    @NotNull @Cidr String cidr,
    @NotNull @Reachable UUID networkId,
    @NotNull @CodePointLength(max = 100) String name,
    @CodePointLength(max = 500) String description,
    @NotNull SubnetType subnetType,
    List<@NotNull UUID> tags) {}
