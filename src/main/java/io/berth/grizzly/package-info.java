/**
 * What the runnable jar adds to its server: a filter of Grizzly, the HTTP part of Payara Micro,
 * that looks at a request before the server decodes its path. It is a jar of its own on the
 * server's class path and no part of the WAR; {@code META-INF/hk2-locator/default} announces it to
 * the server, and {@code server-config/micro-preboot.asadmin} switches it on.
 */
package io.berth.grizzly;
