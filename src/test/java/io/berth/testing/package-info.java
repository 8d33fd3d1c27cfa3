/**
 * Test support for integration tests over HTTP: a Berth process, an API client, a tenant for each
 * test, and direct SQL access to the stored rows.
 */
package io.berth.testing;
