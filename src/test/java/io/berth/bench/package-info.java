/**
 * The benchmark, {@code mvn -Pbench verify}: runs each workload with Berth over HTTP and directly
 * after it with plain JDBC as the baseline. Their ratio shows the cost of Berth independently of
 * the machine.
 */
package io.berth.bench;
