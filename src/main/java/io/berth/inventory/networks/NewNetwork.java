package io.berth.inventory.networks;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;

/** What a network is made of, and what a PUT replaces; there, absent tags are kept. */
public record NewNetwork(
    @NotNull @CodePointLength(min = 1, max = 100) String name,
    @NotNull UUID organizationId,
    List<@NotNull UUID> tags) {}
