/**
 * Subnets: the CIDR blocks of a network. Observers of an event check whether the interfaces fit
 * into a changed block.
 */
package io.berth.inventory.subnets;
