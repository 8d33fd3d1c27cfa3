package io.berth.inventory.tags;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;

/** The body of POST and PUT. */
public record NewTag(
    @NotNull @CodePointLength(min = 1, max = 100) String name,
    @CodePointLength(max = 500) String description,
    @NotNull Color color,
    @NotNull UUID organizationId) {}
