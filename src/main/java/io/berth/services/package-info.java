/**
 * Services and their bindings.
 *
 * <p><b>The binding rules</b> apply to every write, also with concurrent writers on several nodes.
 * They are evaluated in this order on the bindings that a service has after the write:
 *
 * <ol>
 *   <li>All-interfaces precedence: a port on all interfaces removes the same port on single ones.
 *   <li>Deduplication: of equal bindings, the first is kept.
 *   <li>Conflict: an Interface binding excludes a Port binding on that interface or on all.
 *   <li>Cross-host: port and interface belong to the service's host.
 *   <li>Port claim: no other service of the host has the port on an overlapping interface.
 * </ol>
 *
 * <p>{@link io.berth.services.NormalizedBindings} implements rules 1 to 3 without a database. Rules
 * 3, 4 and 5 are constraints of the request records. The row of the host is locked before rules 4
 * and 5 are checked, so that the rows that they read stay the same until the transaction ends. The
 * schema enforces the part of rules 2, 4 and 5 that SQL can express.
 *
 * <p>A service definition is kept as sent: the catalogue of well-known names is not a limit.
 */
package io.berth.services;
