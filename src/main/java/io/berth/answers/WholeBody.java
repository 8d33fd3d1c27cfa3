package io.berth.answers;

import io.berth.problems.Reason;
import io.berth.problems.Refusal;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** A request's body that refuses to be larger than allowed and is read to its end when closed. */
final class WholeBody extends ServletInputStream {
  /** How much of what is refused is still read, before a client is left to itself. */
  private static final long PATIENCE = 16L << 20;

  private final ServletInputStream body;
  private final long maximum;
  private long read;
  private boolean closed;

  WholeBody(ServletInputStream body, long maximum) {
    this.body = body;
    this.maximum = maximum;
  }

  @Override
  public int read() throws IOException {
    int next = body.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int some = body.read(buffer, offset, length);
    count(Math.max(some, 0));
    return some;
  }

  private void count(int some) {
    read += some;
    if (read > maximum) {
      throw new Refusal(
          Reason.TOO_LARGE, "The body is larger than " + maximum + " bytes.", "limit", maximum);
    }
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      byte[] buffer = new byte[8192];
      for (int some = 0; some >= 0 && read < PATIENCE; read += some) {
        some = body.read(buffer);
      }
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
