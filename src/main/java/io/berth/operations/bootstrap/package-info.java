/** The first start on an empty database, and the cleanup of temporary files of killed processes. */
package io.berth.operations.bootstrap;
