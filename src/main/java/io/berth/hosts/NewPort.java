package io.berth.hosts;

import io.berth.accounts.access.Reachable;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** The body of POST and PUT. */
public record NewPort(
    @NotNull UUID hostId,
    @NotNull @Reachable UUID networkId,
    @NotNull @PortNumber Integer number,
    @NotNull Protocol protocol) {}
