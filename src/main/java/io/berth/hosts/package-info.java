/**
 * Hosts with their interfaces and ports. The host is the boundary of consistency: its row is locked
 * before anything on it is added, changed or deleted. {@code HostInterfaces} and {@code HostPorts}
 * write all of one kind at once, for a host that is written as a whole. What services bind to is
 * not known here; that a port or an interface can't leave its host while bindings refer to it is
 * seen by the schema.
 */
package io.berth.hosts;
