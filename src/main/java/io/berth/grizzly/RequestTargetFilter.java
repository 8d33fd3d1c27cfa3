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
 * Gives the server a path that it can decode: it answers those that it can't with an empty 200,
 * whatever the method, before any filter of the application. So it does with a Host header that is
 * no name with a port, which becomes 400. An empty line before a request (RFC 9112, 2.2), which the
 * server takes for a part of the method, is passed over. What a client has sent in other respects
 * is left alone.
 */
public class RequestTargetFilter extends BaseFilter {

  private static final String SERVER = "localhost";

  /** A name or an address, and maybe a port. */
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
    String decodable = RequestPath.decodable(path);
    if (!decodable.equals(path)) {
      request.setRequestURI(decodable);
    }
    // An absent header is the server's to refuse, where HTTP/1.1 needs it.
    String host = request.getHeader(Header.Host);
    if (host != null && !HOST.matcher(host).matches()) {
      // The server finds no application by it, which it answers with an empty 200 too.
      request.setHeader(Header.Host, SERVER);
      request.setRequestURI(ContainerErrorServlet.MALFORMED_PATH);
    }
    String method = request.getMethod().getMethodString();
    if (method.startsWith("\r\n")) {
      request.setMethod(method.stripLeading());
    }
  }
}
