/**
 * Handling of database failures: exceptions become refusals, broken connections are replaced, and a
 * database that does not respond is detected without blocking requests.
 */
package io.berth.persistence.failures;
