package io.berth.services;

import io.berth.answers.PageRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Which services a list shows. */
public class ServiceFilter {
  @BeanParam private PageRequest page;

  @QueryParam("network_id")
  private UUID networkId;

  @QueryParam("host_id")
  private UUID hostId;

  @QueryParam("ids")
  private List<UUID> ids;

  @QueryParam("tag_ids")
  private List<UUID> tagIds;

  PageRequest page() {
    return page;
  }

  UUID networkId() {
    return networkId;
  }

  UUID hostId() {
    return hostId;
  }

  List<UUID> ids() {
    return ids.stream().filter(Objects::nonNull).toList();
  }

  List<UUID> tagIds() {
    return tagIds.stream().filter(Objects::nonNull).toList();
  }
}
