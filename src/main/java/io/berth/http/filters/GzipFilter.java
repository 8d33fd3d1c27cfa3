package io.berth.http.filters;

import io.berth.http.errors.AcceptHeader;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Packs answers of more than a kibibyte for those who accept gzip, while they are written. The
 * server's own compression is off: it does not reach HTTP/2, and tells caches nothing.
 */
@Provider
class GzipFilter implements ContainerResponseFilter, WriterInterceptor {
  private static final String NAME = "gzip";
  private static final String WANTED = GzipFilter.class.getName();
  private static final int WORTH_IT = 1024;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.hasEntity()) {
      response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
      if (!request.getMethod().equals(HttpMethod.HEAD) && isWanted(request)) {
        request.setProperty(WANTED, true);
      }
    }
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext answer) throws IOException {
    if (answer.getProperty(WANTED) == null) {
      answer.proceed();
      return;
    }
    MultivaluedMap<String, Object> told = answer.getHeaders();
    OutputStream plain = answer.getOutputStream();
    Packing packing = new Packing(plain, () -> setHeaders(told));
    answer.setOutputStream(packing);
    answer.proceed();
    // Not where it failed: an answer that is cut off must not look whole.
    packing.close();
    answer.setOutputStream(plain);
  }

  private static void setHeaders(MultivaluedMap<String, Object> told) {
    told.putSingle(HttpHeaders.CONTENT_ENCODING, NAME);
    told.remove(HttpHeaders.CONTENT_LENGTH);
  }

  /** Plain is welcome unless it is said otherwise. */
  private static boolean isWanted(ContainerRequestContext request) {
    List<String> told = request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING);
    if (told == null) {
      return false;
    }
    AcceptHeader accepted = AcceptHeader.of(told);
    return accepted.weight(NAME) > 0
        && (!accepted.names("identity") || accepted.weight(NAME) >= accepted.weight("identity"));
  }

  /** Decides when there is enough; until then it only keeps what it is given. */
  static final class Packing extends FilterOutputStream {
    private final Runnable announce;
    private final byte[] kept = new byte[WORTH_IT];
    private int size;
    private boolean packed;

    Packing(OutputStream plain, Runnable announce) {
      super(plain);
      this.announce = announce;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (!packed && size + length <= WORTH_IT) {
        System.arraycopy(bytes, offset, kept, size, length);
        size += length;
        return;
      }
      if (!packed) {
        packed = true;
        announce.run();
        out = new GZIPOutputStream(out, 8192, true);
        out.write(kept, 0, size);
      }
      out.write(bytes, offset, length);
    }

    /** What is kept stays kept: it may not be worth packing. */
    @Override
    public void flush() throws IOException {
      if (packed) {
        out.flush();
      }
    }

    /** Ends what is packed; the stream below belongs to the server. */
    @Override
    public void close() throws IOException {
      if (out instanceof GZIPOutputStream whole) {
        whole.finish();
      } else {
        out.write(kept, 0, size);
      }
    }
  }
}
