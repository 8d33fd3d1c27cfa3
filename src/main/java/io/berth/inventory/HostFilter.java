package io.berth.inventory;

import io.berth.http.lists.PageParameters;
import io.berth.http.lists.QueryParameters;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;

/** The query parameters of the list of hosts. */
public class HostFilter extends PageParameters {
  @QueryParam("network_id")
  private String networkId;

  @QueryParam("ids")
  private List<String> ids;

  @QueryParam("tag_ids")
  private List<String> tagIds;

  UUID networkId() {
    return QueryParameters.id("network_id", networkId);
  }

  List<UUID> ids() {
    return QueryParameters.ids("ids", ids);
  }

  List<UUID> tagIds() {
    return QueryParameters.ids("tag_ids", tagIds);
  }
}
