/**
 * Who asks, and what they may do. {@link io.berth.accounts.access.Caller} is the request's caller,
 * {@link io.berth.accounts.access.Operation} the table of levels. Authentication itself is in
 * {@code apikeys}.
 */
package io.berth.accounts.access;
