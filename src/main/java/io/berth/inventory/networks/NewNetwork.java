package io.berth.inventory.networks;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;

/** The body of POST and PUT. A PUT without {@code tags} keeps the tags. */
public record NewNetwork(
    @NotNull @CodePointLength(min = 1, max = 100) String name,
    @NotNull UUID organizationId,
    List<@NotNull UUID> tags) {}
