/**
 * Coloured words, and what they are put on. Assigning a tag to many things in one call is not
 * offered yet.
 */
package io.berth.tags;
