/**
 * What is done when the database fails: exceptions become refusals, broken connections are
 * replaced, and a database that does not answer is noticed without waiting for it.
 */
package io.berth.persistence.failures;
