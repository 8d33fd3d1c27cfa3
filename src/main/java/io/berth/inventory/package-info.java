/**
 * Hosts together with what stands on them: the only place that knows both hosts and services, and
 * which therefore shows and reads their records.
 *
 * <p>A host is made, and replaced, with lists of interfaces, ports and services in one transaction:
 * {@link io.berth.inventory.HostRulesHold} judges what the host would have in the end, under all
 * locks and before anything is written. An absent list leaves what there is; a list makes it
 * exactly that. What is listed as it is stored is not touched; an interface or a port that changes
 * gives up its row first and comes back under its id, with what was bound to it, so that two of
 * them can swap what must be unique.
 *
 * <p>Positions are given for all of a list or for none, and are 0 to n-1; entries that ask for just
 * the positions that they have may keep them, so that a host can be sent back as it was read. An
 * address in a subnet, or a MAC address, that another host of the network has is refused by {@code
 * validation_failed} at the member, with {@code host_id} and {@code host_name} of that host, unless
 * any number of hosts have it, as they have 127.0.0.1; within one host a MAC address may repeat, as
 * it does where an interface has two addresses. A binding's id that another service of the same
 * host had is moved with it.
 *
 * <p>An entry whose id is the nil UUID is a new one; a binding then keeps the id of an equal one
 * that is stored, as if it had none.
 *
 * <p>Consolidation ({@link io.berth.inventory.Mergeable}) keeps the destination's own members and
 * tags; an interface of both learns a name or a MAC address that only the other had. Which service
 * a {@code virtualization} names is not checked.
 */
package io.berth.inventory;
