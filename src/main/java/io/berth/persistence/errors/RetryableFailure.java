package io.berth.persistence.errors;

import io.berth.refusals.Refusal;

/**
 * A transaction was rolled back, and may succeed at once if it is retried. Resources retry it; a
 * client receives it only after the last attempt.
 */
public class RetryableFailure extends Refusal {
  private static final long serialVersionUID = 1;

  public RetryableFailure(SqlErrorKind kind) {
    super(kind.reason(), kind.message());
  }
}
