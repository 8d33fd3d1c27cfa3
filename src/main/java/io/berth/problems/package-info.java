/**
 * Why Berth refuses. One exception, {@link io.berth.problems.Refusal}, with a reason of a closed
 * list. Nothing here knows HTTP: which status a reason has is known to {@code answers} alone.
 */
package io.berth.problems;
