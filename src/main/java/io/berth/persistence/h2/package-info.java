/**
 * The embedded database: H2 in a file, with commits that survive the end of the process, a power
 * loss and a full disk.
 */
package io.berth.persistence.h2;
