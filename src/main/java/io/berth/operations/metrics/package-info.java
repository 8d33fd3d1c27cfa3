/**
 * What an operator's monitoring reads at {@code /metrics}: requests and refusals, contention, and
 * the pool of connections. Labels are of closed lists: no path, id, key or name of anybody's.
 */
package io.berth.operations.metrics;
