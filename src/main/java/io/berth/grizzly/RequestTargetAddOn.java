package io.berth.grizzly;

import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.NetworkListener;

/**
 * Adds {@link RequestTargetFilter} before the filter that decodes paths. Payara enables add-ons
 * only by three fixed names; this one uses the name of Comet, which Berth does not use. It applies
 * to HTTP/2, too.
 */
public class RequestTargetAddOn implements AddOn {

  @Override
  public void setup(NetworkListener listener, FilterChainBuilder filters) {
    filters.add(filters.indexOfType(HttpServerFilter.class), new RequestTargetFilter());
  }
}
