package io.berth.inventory.subnets;

import io.berth.http.lists.PageParameters;
import io.berth.http.lists.QueryParameters;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** The filter parameters of the list of subnets. */
public class SubnetFilter extends PageParameters {
  @QueryParam("network_id")
  private String networkId;

  UUID networkId() {
    return QueryParameters.id("network_id", networkId);
  }
}
