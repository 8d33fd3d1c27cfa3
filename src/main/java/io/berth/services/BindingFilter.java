package io.berth.services;

import io.berth.http.lists.PageParameters;
import io.berth.http.lists.QueryParameters;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** The query parameters that filter a list of bindings. */
public class BindingFilter extends PageParameters {
  @QueryParam("service_id")
  private String serviceId;

  @QueryParam("network_id")
  private String networkId;

  @QueryParam("port_id")
  private String portId;

  @QueryParam("interface_id")
  private String interfaceId;

  UUID serviceId() {
    return QueryParameters.id("service_id", serviceId);
  }

  UUID networkId() {
    return QueryParameters.id("network_id", networkId);
  }

  UUID portId() {
    return QueryParameters.id("port_id", portId);
  }

  UUID interfaceId() {
    return QueryParameters.id("interface_id", interfaceId);
  }
}
