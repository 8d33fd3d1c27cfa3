package io.berth.hosts;

import io.berth.answers.PageRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** Which interfaces a list shows. */
public class InterfaceFilter {
  @BeanParam private PageRequest page;

  @QueryParam("host_id")
  private UUID hostId;

  @QueryParam("subnet_id")
  private UUID subnetId;

  @QueryParam("network_id")
  private UUID networkId;

  PageRequest page() {
    return page;
  }

  UUID hostId() {
    return hostId;
  }

  UUID subnetId() {
    return subnetId;
  }

  UUID networkId() {
    return networkId;
  }
}
