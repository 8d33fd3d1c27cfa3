/** Health, readiness, version and the public configuration. */
package io.berth.operations.health;
