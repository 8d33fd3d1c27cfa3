/**
 * Who asks, and what they may do. {@link io.berth.access.Caller} is the request's caller, {@link
 * io.berth.access.Operation} the table of levels. Authentication itself is in {@code keys}.
 */
package io.berth.access;
