package io.berth.inventory.networks;

import java.util.UUID;

/** A network was made, in the transaction that is under way. */
public record NetworkCreated(UUID networkId) {}
