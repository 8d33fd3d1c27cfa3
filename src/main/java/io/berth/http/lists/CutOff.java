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
 * Truncates an HTTP/1.1 response when reading a long list fails after the status has been sent. The
 * container would end such a response normally. It asks for trailer fields at the very end; these
 * throw an {@code IOException} if the list is incomplete, so that the container closes the
 * connection without the last chunk, provided that {@code Connection: close} is set. Over HTTP/2
 * the container loses data before a trailer. There, a client detects the failure in the content:
 * the JSON is incomplete, or the {@link Csv} ends with an unterminated cell.
 */
@Provider
class CutOff implements WriterInterceptor {
  private static final String COMPLETE = CutOff.class.getName();

  @Context private HttpServletRequest request;
  @Context private HttpServletResponse response;

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    if (context.getProperty(COMPLETE) instanceof AtomicBoolean complete) {
      // An error response replaced the list before any of it was sent.
      complete.set(true);
    }
    if (isLong(context.getEntity()) && request.getProtocol().equals("HTTP/1.1")) {
      AtomicBoolean complete = new AtomicBoolean();
      context.setProperty(COMPLETE, complete);
      context.getHeaders().putSingle("Connection", "close");
      response.setTrailerFields(() -> complete.get() ? Map.of() : failTrailers());
      context.proceed();
      complete.set(true);
    } else {
      context.proceed();
    }
  }

  private static boolean isLong(Object entity) {
    return entity instanceof Csv.File<?> file && file.rows().isLong()
        || entity instanceof Envelope<?> envelope
            && envelope.data() instanceof StreamedList<?> list
            && list.isLong();
  }

  private static Map<String, String> failTrailers() {
    throw CutOff.<RuntimeException>sneakyThrow(
        new IOException("The rest of a list could not be read"));
  }

  @SuppressWarnings("unchecked")
  private static <X extends Throwable> X sneakyThrow(Throwable failure) throws X {
    throw (X) failure;
  }
}
