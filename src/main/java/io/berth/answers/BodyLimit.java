package io.berth.answers;

import io.berth.problems.Reason;
import io.berth.problems.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads no more of a body than is allowed, whether or not its length was announced. */
@Provider
@ApplicationScoped
public class BodyLimit implements ReaderInterceptor {
  @Inject
  @ConfigProperty(name = "berth.max.body.bytes")
  private long maximum;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    context.setInputStream(new Bounded(context.getInputStream(), maximum));
    return context.proceed();
  }

  private static final class Bounded extends FilterInputStream {
    private final long maximum;
    private long left;

    Bounded(InputStream body, long maximum) {
      super(body);
      this.maximum = maximum;
      this.left = maximum;
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) {
      left -= read;
      if (left < 0) {
        throw new Refusal(
            Reason.TOO_LARGE, "The body is larger than " + maximum + " bytes.", "limit", maximum);
      }
    }
  }
}
