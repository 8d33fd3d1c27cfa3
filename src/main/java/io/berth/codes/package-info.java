/**
 * What the codes of failures mean, told to whoever asks, as a page and as data. The list itself is
 * that of {@link io.berth.answers.ErrorEnvelope}; here is only how it is shown.
 */
package io.berth.codes;
