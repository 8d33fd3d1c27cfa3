/**
 * API keys: the caller's own, the bearer authentication that turns one into the request's caller,
 * and the first one, made at the first start. A secret is never stored, logged or shown again.
 */
package io.berth.accounts.apikeys;
