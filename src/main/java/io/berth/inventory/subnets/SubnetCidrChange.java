package io.berth.inventory.subnets;

/**
 * Event: the CIDR block of a subnet was changed in the current transaction. An observer must refuse
 * it if an address is outside the new block.
 */
public record SubnetCidrChange(Subnet subnet) {}
