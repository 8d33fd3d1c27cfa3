package io.berth.http.filters;

import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A request's body that refuses to be larger or slower than allowed, and is read to its end when
 * closed. While it is waited for, the request holds no permit.
 */
final class LimitedRequestBody extends ServletInputStream {
  private static final Logger LOG = Logger.getLogger(LimitedRequestBody.class.getName());

  /** How much of what is refused is still read, before a client is left to itself. */
  private static final long PATIENCE = 16L << 20;

  /** What a body may be: its bytes at most, and the time at most until all of them are there. */
  record Limits(long bytes, Duration time) {}

  private final ServletInputStream body;
  private final Limits limits;
  private final Bulkhead.Permit permit;
  private final Runnable giveUp;
  private long begin;
  private boolean begun;
  private long read;
  private boolean ended;
  private boolean closed;

  /** The body; the action is run when it is given up before its end. */
  LimitedRequestBody(
      ServletInputStream body, Limits limits, Bulkhead.Permit permit, Runnable giveUp) {
    this.body = body;
    this.limits = limits;
    this.permit = permit;
    this.giveUp = giveUp;
  }

  /** One that is only read to its end. */
  static LimitedRequestBody unwanted(ServletInputStream body) {
    return new LimitedRequestBody(
        body, new Limits(0, Duration.ofSeconds(10)), new Bulkhead().newPermit(), () -> {});
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    boolean isThere = body.available() > 0 || body.isFinished();
    int some = isThere ? next(buffer, offset, length) : await(buffer, offset, length);
    read += Math.max(some, 0);
    if (read > limits.bytes()) {
      throw new Refusal(
          Reason.TOO_LARGE,
          "The body is larger than the limit of " + limits.bytes() + " bytes.",
          "limit",
          limits.bytes());
    }
    return some;
  }

  private int await(byte[] buffer, int offset, int length) {
    permit.release();
    try {
      return next(buffer, offset, length);
    } finally {
      permit.acquire();
    }
  }

  private int next(byte[] buffer, int offset, int length) {
    if (!begun) {
      begun = true;
      begin = System.nanoTime();
    }
    if (System.nanoTime() - begin > limits.time().toNanos()) {
      throw tooSlow();
    }
    try {
      int some = body.read(buffer, offset, length);
      ended = some < 0;
      return some;
    } catch (IOException failure) {
      throw isTimeout(failure) ? tooSlow() : cutOff();
    }
  }

  /** HTTP/1 and HTTP/2 of the server say it in two ways. */
  private static boolean isTimeout(IOException failure) {
    return failure.getCause() instanceof TimeoutException
        || String.valueOf(failure.getMessage()).contains("timeout");
  }

  private Refusal tooSlow() {
    abandon();
    long seconds = limits.time().toSeconds();
    return new Refusal(
        Reason.TOO_SLOW,
        "The body did not arrive within "
            + seconds
            + " s. Send the request again on a new connection.",
        "seconds",
        seconds);
  }

  private Refusal cutOff() {
    abandon();
    return new Refusal(
        Reason.MALFORMED_JSON, "The body is incomplete, or its transfer encoding is invalid.");
  }

  private void abandon() {
    closed = true;
    giveUp.run();
  }

  /** Reads what is left, if it comes in time; the answer is decided, whatever it is. */
  @Override
  public void close() throws IOException {
    byte[] buffer = new byte[8192];
    try {
      while (!closed && !ended && read < PATIENCE) {
        read += next(buffer, 0, buffer.length);
      }
    } catch (Refusal unread) {
      LOG.log(Level.FINE, unread, () -> "The rest of a refused body was not read");
    }
    if (!closed) {
      closed = true;
      body.close();
    }
  }

  @Override
  public boolean isFinished() {
    return body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    body.setReadListener(listener);
  }
}
