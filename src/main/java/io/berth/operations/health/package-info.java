/** Health, readiness, version and public settings. */
package io.berth.operations.health;
