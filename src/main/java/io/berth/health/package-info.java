/**
 * Whether Berth is there, which version it is, and whether its database answers; and how it closes
 * without cutting off what it has begun.
 */
package io.berth.health;
