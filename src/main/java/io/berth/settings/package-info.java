/** The check of the settings at start, and the message of a start that fails. */
package io.berth.settings;
