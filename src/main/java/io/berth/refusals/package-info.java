/**
 * Refusals: one exception with a reason of a closed list. Nothing here knows HTTP; {@code
 * http.errors} maps reasons to statuses.
 */
package io.berth.refusals;
