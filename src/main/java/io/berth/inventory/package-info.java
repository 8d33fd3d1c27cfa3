/**
 * Hosts together with what stands on them: the only place that knows both hosts and services, and
 * which therefore shows their records. A host and its children are not made in one call yet, and
 * hosts are not consolidated.
 */
package io.berth.inventory;
