/**
 * The classification of failures of the database, by vendor code, SQLState and driver class, and
 * the refusals that a retry may resolve.
 */
package io.berth.persistence.errors;
