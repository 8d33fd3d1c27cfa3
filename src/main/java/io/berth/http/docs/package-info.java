/**
 * The OpenAPI document, as JSON and as HTML. {@code api.yaml} contains what differs between
 * operations; the members that all operations share are added once at start. Tests compare the
 * document with the implementation.
 */
package io.berth.http.docs;
