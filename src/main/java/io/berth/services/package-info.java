/**
 * Services and their bindings: what Berth exists for.
 *
 * <p><b>The binding rules</b> hold on every path that writes, for many writers and on many nodes.
 * They are evaluated in this order on the bindings that a service would have:
 *
 * <ol>
 *   <li>All-interfaces precedence: a port on all interfaces removes the same port on single ones.
 *   <li>Deduplication: of equal bindings the first stays.
 *   <li>Conflict: an Interface binding excludes a Port binding on that interface or on all.
 *   <li>Cross-host: port and interface belong to the service's host.
 *   <li>Port claim: no other service of the host has the port on an overlapping interface.
 * </ol>
 *
 * <p>{@link io.berth.services.NormalizedBindings} is rules 1 to 3, without a database. Rules 3, 4
 * and 5 are constraints of the records that are written; the host's row is locked between them, so
 * that what 4 and 5 see stays true until the transaction ends. The schema repeats what SQL can say
 * of 2, 4 and 5.
 *
 * <p>Service definitions are kept as sent: the well-known names are a catalogue, not a limit.
 */
package io.berth.services;
