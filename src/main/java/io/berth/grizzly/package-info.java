/**
 * A filter for Grizzly, the HTTP layer of Payara Micro, which checks a request before the server
 * decodes its path. Only the runnable jar has it, as a jar of its own on the server's class path
 * outside the WAR. {@code META-INF/hk2-locator/default} registers it, and {@code
 * server-config/micro-preboot.asadmin} enables it.
 */
package io.berth.grizzly;
