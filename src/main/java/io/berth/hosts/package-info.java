/**
 * Hosts with their interfaces and ports. The host is the consistency boundary: its row is locked
 * before a row of the host is added, changed or deleted. {@code HostInterfaces} and {@code
 * HostPorts} write all rows of one kind at once, for writes of whole hosts. This package does not
 * depend on bindings; the schema refuses to move a port or an interface to another host while
 * bindings refer to it.
 */
package io.berth.hosts;
