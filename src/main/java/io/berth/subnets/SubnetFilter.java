package io.berth.subnets;

import io.berth.answers.PageParameters;
import io.berth.answers.QueryParameters;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** Which subnets a list shows. */
public class SubnetFilter extends PageParameters {
  @QueryParam("network_id")
  private String networkId;

  UUID networkId() {
    return QueryParameters.id("network_id", networkId);
  }
}
