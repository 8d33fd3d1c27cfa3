package io.berth.answers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A long list can fail when its answer has begun: its status is out, and half a file looks like a
 * whole one. The container would end such an answer in good order; so, at its very end, it asks for
 * the trailer, and gets none if the list is not whole. Over HTTP/1.1 the connection closes at once,
 * which only one that was to be closed does; over HTTP/2 the stream stays without an end until the
 * connection is given up. HTTP/1.0 can't tell the two ends apart.
 */
@Provider
class CutOff implements WriterInterceptor {
  private static final String WHOLE = CutOff.class.getName();

  @Context private HttpServletRequest request;
  @Context private HttpServletResponse response;

  @Override
  public void aroundWriteTo(WriterInterceptorContext answer) throws IOException {
    if (answer.getProperty(WHOLE) instanceof AtomicBoolean whole) {
      // A failure takes the place of a list of which nothing was out yet.
      whole.set(true);
    }
    if (isLong(answer.getEntity()) && !request.getProtocol().equals("HTTP/1.0")) {
      AtomicBoolean whole = new AtomicBoolean();
      answer.setProperty(WHOLE, whole);
      end(answer, whole);
      answer.proceed();
      whole.set(true);
    } else {
      answer.proceed();
    }
  }

  private static boolean isLong(Object entity) {
    return entity instanceof Csv.File<?> file && file.rows().isLong()
        || entity instanceof Envelope<?> envelope
            && envelope.data() instanceof Everything<?> list
            && list.isLong();
  }

  private void end(WriterInterceptorContext answer, AtomicBoolean whole) {
    boolean closing = request.getProtocol().startsWith("HTTP/1");
    if (closing) {
      answer.getHeaders().putSingle("Connection", "close");
    }
    response.setTrailerFields(() -> whole.get() ? Map.of() : broken(closing));
  }

  /** A closing connection is closed after a failure to write; of any other it would be the end. */
  private static Map<String, String> broken(boolean closing) {
    String why = "A list could not be read to its end.";
    throw closing
        ? CutOff.<RuntimeException>undeclared(new IOException(why))
        : new IllegalStateException(why);
  }

  @SuppressWarnings("unchecked")
  private static <X extends Throwable> X undeclared(Throwable failure) throws X {
    throw (X) failure;
  }
}
