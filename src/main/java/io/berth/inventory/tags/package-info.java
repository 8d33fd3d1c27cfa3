/**
 * Tags and their assignment to entities. This package does not depend on the tagged entities:
 * {@link io.berth.inventory.tags.Taggable} has their names.
 *
 * <p>An assignment does not change the entity itself: its {@code updated_at} stays.
 */
package io.berth.inventory.tags;
