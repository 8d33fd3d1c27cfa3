package io.berth.inventory.subnets;

import io.berth.accounts.access.Reachable;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;

/** What a subnet is made of, and what a PUT replaces; there, absent tags are kept. */
public record NewSubnet(
    @NotNull @Cidr String cidr,
    @NotNull @Reachable UUID networkId,
    @NotNull @CodePointLength(max = 100) String name,
    @CodePointLength(max = 500) String description,
    @NotNull SubnetType subnetType,
    List<@NotNull UUID> tags) {}
