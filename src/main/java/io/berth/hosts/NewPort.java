package io.berth.hosts;

import io.berth.accounts.access.Reachable;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What a port is made of, and what a PUT replaces. */
public record NewPort(
    @NotNull UUID hostId,
    @NotNull @Reachable UUID networkId,
    @NotNull @PortNumber Integer number,
    @NotNull Protocol protocol) {}
