package io.berth.inventory.subnets;

/**
 * A subnet has got another block, in the transaction that is under way. Whoever has addresses in it
 * refuses if they don't fit any more.
 */
public record SubnetCidrChange(Subnet subnet) {}
