/** Strict JSON: UTF-8, exact types, no duplicate members, bounded depth and lengths. */
package io.berth.http.json;
