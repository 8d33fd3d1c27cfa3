/**
 * The first start on an empty database, and the temporary files that killed processes have left.
 */
package io.berth.operations.bootstrap;
