/**
 * The OpenAPI document, as data and as a page. {@code api.yaml} says of each operation what is its
 * own; what all have in common is added once, when the application starts. The tests hold the
 * document to what Berth does.
 */
package io.berth.http.docs;
