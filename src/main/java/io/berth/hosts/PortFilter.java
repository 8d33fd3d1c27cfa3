package io.berth.hosts;

import io.berth.answers.PageRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Which ports a list shows. */
public class PortFilter {
  @BeanParam private PageRequest page;

  @QueryParam("host_id")
  private UUID hostId;

  @QueryParam("network_id")
  private UUID networkId;

  @QueryParam("ids")
  private List<UUID> ids;

  PageRequest page() {
    return page;
  }

  UUID hostId() {
    return hostId;
  }

  UUID networkId() {
    return networkId;
  }

  List<UUID> ids() {
    return ids.stream().filter(Objects::nonNull).toList();
  }
}
