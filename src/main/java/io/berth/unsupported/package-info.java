/**
 * Resources that clients request and Berth does not have: the lists are empty, so that clients do
 * not fail.
 */
package io.berth.unsupported;
