/**
 * The drivers of the tests over HTTP: a started Berth, a client of it, a tenant of its own for each
 * test, and what is stored, by SQL that is not Berth's.
 */
package io.berth.testing;
