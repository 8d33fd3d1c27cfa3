/**
 * Filters around every request: identification, headers, CORS, limits, compression and content
 * negotiation. {@code web.xml} has the order of the servlet filters.
 */
package io.berth.http.filters;
