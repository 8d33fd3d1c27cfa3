/**
 * What clients look for and Berth does not have: they are told that there is none, so that they do
 * not fail.
 */
package io.berth.unsupported;
