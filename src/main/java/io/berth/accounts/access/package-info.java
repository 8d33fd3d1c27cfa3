/**
 * Authorization and rate limits. {@link io.berth.accounts.access.Caller} is the authenticated
 * caller of the request, {@link io.berth.accounts.access.Operation} the table of required levels.
 * Authentication is in {@code apikeys}.
 */
package io.berth.accounts.access;
