package io.berth.services;

import io.berth.answers.PageRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** Which bindings a list shows. */
public class BindingFilter {
  @BeanParam private PageRequest page;

  @QueryParam("service_id")
  private UUID serviceId;

  @QueryParam("network_id")
  private UUID networkId;

  @QueryParam("port_id")
  private UUID portId;

  @QueryParam("interface_id")
  private UUID interfaceId;

  PageRequest page() {
    return page;
  }

  UUID serviceId() {
    return serviceId;
  }

  UUID networkId() {
    return networkId;
  }

  UUID portId() {
    return portId;
  }

  UUID interfaceId() {
    return interfaceId;
  }
}
