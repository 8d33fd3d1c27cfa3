/**
 * Coloured words, and what they are put on. Tags know no feature: {@link
 * io.berth.inventory.tags.Taggable} tells what the entities are called that can have them.
 *
 * <p>Putting a tag on a thing, or taking it off, changes the thing's tags and not the thing: its
 * {@code updated_at} stays.
 */
package io.berth.inventory.tags;
