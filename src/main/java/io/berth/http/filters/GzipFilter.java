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
 * Compresses responses of more than 1 KiB while they are written, if the client accepts gzip. The
 * compression of the server is off, because it does not cover HTTP/2 and sets no {@code Vary}.
 */
@Provider
class GzipFilter implements ContainerResponseFilter, WriterInterceptor {
  private static final String NAME = "gzip";
  private static final String WANTED = GzipFilter.class.getName();
  private static final int MIN_BYTES = 1024;

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
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    if (context.getProperty(WANTED) == null) {
      context.proceed();
      return;
    }
    MultivaluedMap<String, Object> headers = context.getHeaders();
    OutputStream target = context.getOutputStream();
    CompressingStream stream = new CompressingStream(target, () -> setHeaders(headers));
    context.setOutputStream(stream);
    context.proceed();
    // Not closed after a failure: a truncated response must not look complete.
    stream.close();
    context.setOutputStream(target);
  }

  private static void setHeaders(MultivaluedMap<String, Object> headers) {
    headers.putSingle(HttpHeaders.CONTENT_ENCODING, NAME);
    headers.remove(HttpHeaders.CONTENT_LENGTH);
  }

  /**
   * Without {@code Accept-Encoding}, or if the client prefers identity, the response stays
   * uncompressed.
   */
  private static boolean isWanted(ContainerRequestContext request) {
    List<String> headers = request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING);
    if (headers == null) {
      return false;
    }
    AcceptHeader accepted = AcceptHeader.of(headers);
    return accepted.weight(NAME) > 0
        && (!accepted.names("identity") || accepted.weight(NAME) >= accepted.weight("identity"));
  }

  /** Buffers the first bytes, and compresses only if the response exceeds the buffer. */
  static final class CompressingStream extends FilterOutputStream {
    private final Runnable onCompress;
    private final byte[] buffer = new byte[MIN_BYTES];
    private int size;
    private boolean compressing;

    CompressingStream(OutputStream target, Runnable onCompress) {
      super(target);
      this.onCompress = onCompress;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (!compressing && size + length <= MIN_BYTES) {
        System.arraycopy(bytes, offset, buffer, size, length);
        size += length;
        return;
      }
      if (!compressing) {
        compressing = true;
        onCompress.run();
        out = new GZIPOutputStream(out, 8192, true);
        out.write(buffer, 0, size);
      }
      out.write(bytes, offset, length);
    }

    /** Keeps the buffer: the response may stay below the minimum size. */
    @Override
    public void flush() throws IOException {
      if (compressing) {
        out.flush();
      }
    }

    /** Finishes the compressed data; the server closes the underlying stream. */
    @Override
    public void close() throws IOException {
      if (out instanceof GZIPOutputStream gzip) {
        gzip.finish();
      } else {
        out.write(buffer, 0, size);
      }
    }
  }
}
