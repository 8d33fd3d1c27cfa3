/**
 * The data source of the container's connection pool, the connections in it, and the wait for a
 * database server that is not there yet at start.
 */
package io.berth.persistence.connections;
