/**
 * Hosts with their interfaces and ports. The host is the boundary of consistency: its row is locked
 * before anything on it is added, changed or deleted. What services bind to is not known here; that
 * a port or an interface can't leave its host while bindings refer to it is seen by the schema.
 */
package io.berth.hosts;
