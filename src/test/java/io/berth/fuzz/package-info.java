/**
 * Requests made at random from the OpenAPI document: what it allows, what it just does not, and
 * what nobody would send. {@link io.berth.fuzz.ValueGenerator} makes values from schemas, {@link
 * io.berth.fuzz.ValueMutator} spoils them, {@link io.berth.fuzz.FuzzIT} asks and judges.
 */
package io.berth.fuzz;
