/**
 * The data source of the container's connection pool, its connections, and the wait at start for a
 * database server that is not reachable yet.
 */
package io.berth.persistence.connections;
