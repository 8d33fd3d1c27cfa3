/**
 * Fuzz tests with random valid, invalid and malformed requests for each operation of the OpenAPI
 * document. {@link io.berth.fuzz.ValueGenerator} generates values from schemas, {@link
 * io.berth.fuzz.ValueMutator} makes them invalid, {@link io.berth.fuzz.FuzzIT} sends the requests
 * and checks the responses.
 */
package io.berth.fuzz;
