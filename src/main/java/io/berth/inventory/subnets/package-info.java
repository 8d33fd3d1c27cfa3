/**
 * Blocks of addresses of a network. Whether interfaces fit a changed block is asked of those who
 * have them.
 */
package io.berth.inventory.subnets;
