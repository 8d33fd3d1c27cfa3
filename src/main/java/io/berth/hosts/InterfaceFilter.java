package io.berth.hosts;

import io.berth.answers.PageRequest;
import io.berth.answers.Query;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** Which interfaces a list shows. */
public class InterfaceFilter {
  @BeanParam private PageRequest page;

  @QueryParam("host_id")
  private String hostId;

  @QueryParam("subnet_id")
  private String subnetId;

  @QueryParam("network_id")
  private String networkId;

  PageRequest page() {
    return page;
  }

  UUID hostId() {
    return Query.id("host_id", hostId);
  }

  UUID subnetId() {
    return Query.id("subnet_id", subnetId);
  }

  UUID networkId() {
    return Query.id("network_id", networkId);
  }
}
