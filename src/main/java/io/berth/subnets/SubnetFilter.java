package io.berth.subnets;

import io.berth.answers.PageRequest;
import io.berth.answers.QueryParameters;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** Which subnets a list shows. */
public class SubnetFilter {
  @BeanParam private PageRequest page;

  @QueryParam("network_id")
  private String networkId;

  PageRequest page() {
    return page;
  }

  UUID networkId() {
    return QueryParameters.id("network_id", networkId);
  }
}
