package io.berth.http.lists;

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
 * A long list can fail when its answer has begun: its status is out, and the container would end it
 * in good order. So, at the very end, the container asks for a trailer, and gets a failure to write
 * instead if the list is not whole: it then closes the connection without the last chunk, if the
 * connection was to be closed. This is for HTTP/1.1 alone: over HTTP/2 the container loses data
 * before a trailer. There, what is broken is seen in the list itself, which is no whole JSON, or a
 * {@link Csv} that says so.
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
    if (isLong(answer.getEntity()) && request.getProtocol().equals("HTTP/1.1")) {
      AtomicBoolean whole = new AtomicBoolean();
      answer.setProperty(WHOLE, whole);
      answer.getHeaders().putSingle("Connection", "close");
      response.setTrailerFields(() -> whole.get() ? Map.of() : broken());
      answer.proceed();
      whole.set(true);
    } else {
      answer.proceed();
    }
  }

  private static boolean isLong(Object entity) {
    return entity instanceof Csv.File<?> file && file.rows().isLong()
        || entity instanceof Envelope<?> envelope
            && envelope.data() instanceof StreamedList<?> list
            && list.isLong();
  }

  private static Map<String, String> broken() {
    throw CutOff.<RuntimeException>undeclared(
        new IOException("The rest of a list could not be read"));
  }

  @SuppressWarnings("unchecked")
  private static <X extends Throwable> X undeclared(Throwable failure) throws X {
    throw (X) failure;
  }
}
