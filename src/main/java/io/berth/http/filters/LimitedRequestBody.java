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
 * A request body with limits on its size and its time, which is read to its end when it is closed.
 * While it waits for the client, the request holds no permit.
 */
final class LimitedRequestBody extends ServletInputStream {
  private static final Logger LOG = Logger.getLogger(LimitedRequestBody.class.getName());

  /**
   * The number of bytes of a refused body that are read before the connection is closed: 16 MiB.
   */
  private static final long MAX_DISCARDED_BYTES = 16L << 20;

  /** The maximum number of bytes, and the maximum time until the last byte has arrived. */
  record Limits(long bytes, Duration time) {}

  private final ServletInputStream body;
  private final Limits limits;
  private final Bulkhead.Permit permit;
  private final Runnable onAbandon;
  private long start;
  private boolean started;
  private long read;
  private boolean isAtEnd;
  private boolean closed;

  /** The action runs when the body is abandoned before its end. */
  LimitedRequestBody(
      ServletInputStream body, Limits limits, Bulkhead.Permit permit, Runnable onAbandon) {
    this.body = body;
    this.limits = limits;
    this.permit = permit;
    this.onAbandon = onAbandon;
  }

  /** A body of a refused request, which is only read to its end, for at most 10 s. */
  static LimitedRequestBody discarded(ServletInputStream body) {
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
    boolean isAvailable = body.available() > 0 || body.isFinished();
    int count = isAvailable ? next(buffer, offset, length) : await(buffer, offset, length);
    read += Math.max(count, 0);
    if (read > limits.bytes()) {
      throw new Refusal(
          Reason.TOO_LARGE,
          "The body is larger than the limit of " + limits.bytes() + " bytes.",
          "limit",
          limits.bytes());
    }
    return count;
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
    if (!started) {
      started = true;
      start = System.nanoTime();
    }
    if (System.nanoTime() - start > limits.time().toNanos()) {
      throw tooSlow();
    }
    try {
      int count = body.read(buffer, offset, length);
      isAtEnd = count < 0;
      return count;
    } catch (IOException failure) {
      throw isTimeout(failure) ? tooSlow() : cutOff();
    }
  }

  /** The server reports a timeout in different ways for HTTP/1 and HTTP/2. */
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
    onAbandon.run();
  }

  /** Reads the rest of the body within its limits; the response does not depend on it. */
  @Override
  public void close() throws IOException {
    byte[] buffer = new byte[8192];
    try {
      while (!closed && !isAtEnd && read < MAX_DISCARDED_BYTES) {
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
