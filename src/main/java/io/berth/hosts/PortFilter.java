package io.berth.hosts;

import io.berth.http.lists.PageParameters;
import io.berth.http.lists.QueryParameters;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;

/** The query parameters of the list of ports. */
public class PortFilter extends PageParameters {
  @QueryParam("host_id")
  private String hostId;

  @QueryParam("network_id")
  private String networkId;

  @QueryParam("ids")
  private List<String> ids;

  UUID hostId() {
    return QueryParameters.id("host_id", hostId);
  }

  UUID networkId() {
    return QueryParameters.id("network_id", networkId);
  }

  List<UUID> ids() {
    return QueryParameters.ids("ids", ids);
  }
}
