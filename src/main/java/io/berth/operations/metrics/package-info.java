/**
 * The metrics at {@code /metrics}: requests, refusals, lock contention and the connection pool.
 * Labels have a closed set of values: never a path, id, key or name.
 */
package io.berth.operations.metrics;
