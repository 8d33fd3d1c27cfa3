package io.berth.inventory.networks;

import java.util.UUID;

/** Event: a network was created in the current transaction. */
public record NetworkCreated(UUID networkId) {}
