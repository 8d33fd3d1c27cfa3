package io.berth.persistence.errors;

import io.berth.refusals.Refusal;

/**
 * A transaction that was rolled back and may succeed when it is tried again at once. Resources
 * retry it; a client sees it only when every try has failed.
 */
public class RetryableFailure extends Refusal {
  private static final long serialVersionUID = 1;

  public RetryableFailure(SqlErrorKind kind) {
    super(kind.reason(), kind.message());
  }
}
