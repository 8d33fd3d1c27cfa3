/**
 * Hosts together with their interfaces, ports and services. Only this package depends on both hosts
 * and services, and therefore it reads and writes their JSON.
 *
 * <p>A host is created and replaced with lists of interfaces, ports and services in one
 * transaction: {@link io.berth.inventory.HostRulesHold} checks the host as it would be after the
 * write, under all locks and before anything is written. An absent list changes nothing; a list
 * replaces all rows of its kind. An entry that equals its stored row is not written. The row of a
 * changed interface or port is deleted first and inserted again with its id and its bindings, so
 * that two of them can swap unique values.
 *
 * <p>Positions are given for all entries of a list or for none, and are 0 to n-1; entries that have
 * exactly their stored positions may keep them, so that a client can send a host back as it read
 * it. An address in a subnet, or a MAC address, that another host of the network has is refused
 * with {@code validation_failed} at the member, with {@code host_id} and {@code host_name} of that
 * host, unless many hosts have it, such as 127.0.0.1. Within one host a MAC address may repeat,
 * because an interface can have two addresses. A binding id that another service of the same host
 * had moves to the service that lists it.
 *
 * <p>An entry with the nil UUID as its id is new; a binding then keeps the id of an equal stored
 * binding, as a binding without an id does.
 *
 * <p>Consolidation ({@link io.berth.inventory.Mergeable}) keeps the destination's own members and
 * tags; a matching interface takes a name or a MAC address that only the other host's interface
 * had. The service that a {@code virtualization} names is not checked.
 */
package io.berth.inventory;
