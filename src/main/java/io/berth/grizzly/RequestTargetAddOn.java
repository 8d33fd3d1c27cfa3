package io.berth.grizzly;

import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.NetworkListener;

/**
 * Puts {@link RequestTargetFilter} before the part of the server that decodes paths. The server has
 * only three named places for such additions; this one takes that of Comet, which Berth does not
 * use. It reaches HTTP/2 too.
 */
public class RequestTargetAddOn implements AddOn {

  @Override
  public void setup(NetworkListener listener, FilterChainBuilder filters) {
    filters.add(filters.indexOfType(HttpServerFilter.class), new RequestTargetFilter());
  }
}
