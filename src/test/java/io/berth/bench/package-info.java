/**
 * The benchmark, {@code mvn -Pbench verify}: each work by Berth over HTTP, and directly after it
 * the same rows by plain JDBC, so that a ratio tells what Berth costs whatever the machine is.
 */
package io.berth.bench;
