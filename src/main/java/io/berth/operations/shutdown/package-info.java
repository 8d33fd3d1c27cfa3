/**
 * Graceful shutdown: requests in flight are finished, new ones are refused, and the ports are
 * closed before the application ends.
 */
package io.berth.operations.shutdown;
