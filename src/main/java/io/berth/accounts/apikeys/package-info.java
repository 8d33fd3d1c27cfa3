/**
 * API keys: the use cases of the caller's own keys, bearer authentication, and the key that is
 * created at the first start. A secret is never stored, logged or shown a second time.
 */
package io.berth.accounts.apikeys;
