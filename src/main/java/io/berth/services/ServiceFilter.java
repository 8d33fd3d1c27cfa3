package io.berth.services;

import io.berth.http.lists.PageParameters;
import io.berth.http.lists.QueryParameters;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;

/** The query parameters that filter a list of services. */
public class ServiceFilter extends PageParameters {
  @QueryParam("network_id")
  private String networkId;

  @QueryParam("host_id")
  private String hostId;

  @QueryParam("ids")
  private List<String> ids;

  @QueryParam("tag_ids")
  private List<String> tagIds;

  UUID networkId() {
    return QueryParameters.id("network_id", networkId);
  }

  UUID hostId() {
    return QueryParameters.id("host_id", hostId);
  }

  List<UUID> ids() {
    return QueryParameters.ids("ids", ids);
  }

  List<UUID> tagIds() {
    return QueryParameters.ids("tag_ids", tagIds);
  }
}
