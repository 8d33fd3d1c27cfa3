/**
 * Errors in the API: the error envelope, problem details (RFC 9457), and the mappers that turn
 * exceptions into responses. Only this package knows which HTTP status a reason has.
 */
package io.berth.http.errors;
