package io.berth.grizzly;

import io.berth.http.errors.ContainerErrorServlet;
import java.util.regex.Pattern;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.util.Header;

/**
 * Replaces a request target that the server can't decode, because the server would return an empty
 * 200 before any filter of the application. An invalid Host header has the same effect and gets
 * 400. Removes an empty line before the request line (RFC 9112, section 2.2), which the server
 * reads as a part of the method. Changes nothing else of a request.
 */
public class RequestTargetFilter extends BaseFilter {

  private static final String DEFAULT_HOST = "localhost";

  /** A name or an address with an optional port. */
  private static final Pattern HOST =
      Pattern.compile("\\s*(\\[[^\\]]+]|[^:\\[\\]\\s][^:\\[\\]]*)(:\\d{0,5})?\\s*");

  @Override
  public NextAction handleRead(FilterChainContext context) {
    if (context.getMessage() instanceof HttpPacket packet
        && packet.getHttpHeader() instanceof HttpRequestPacket request) {
      repair(request);
    }
    return context.getInvokeAction();
  }

  private static void repair(HttpRequestPacket request) {
    String path = request.getRequestURI();
    String decodable = RequestPath.replaceIfUndecodable(path);
    if (!decodable.equals(path)) {
      request.setRequestURI(decodable);
    }
    // The server itself refuses an HTTP/1.1 request without a Host header.
    String host = request.getHeader(Header.Host);
    if (host != null && !HOST.matcher(host).matches()) {
      // The server finds no application for this host and would return an empty 200, too.
      request.setHeader(Header.Host, DEFAULT_HOST);
      request.setRequestURI(ContainerErrorServlet.MALFORMED_PATH);
    }
    String method = request.getMethod().getMethodString();
    if (method.startsWith("\r\n")) {
      request.setMethod(method.stripLeading());
    }
  }
}
