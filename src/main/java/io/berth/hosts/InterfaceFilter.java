package io.berth.hosts;

import io.berth.http.lists.PageParameters;
import io.berth.http.lists.QueryParameters;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** The query parameters of the list of interfaces. */
public class InterfaceFilter extends PageParameters {
  @QueryParam("host_id")
  private String hostId;

  @QueryParam("subnet_id")
  private String subnetId;

  @QueryParam("network_id")
  private String networkId;

  UUID hostId() {
    return QueryParameters.id("host_id", hostId);
  }

  UUID subnetId() {
    return QueryParameters.id("subnet_id", subnetId);
  }

  UUID networkId() {
    return QueryParameters.id("network_id", networkId);
  }
}
