package io.berth.inventory;

import io.berth.answers.PageRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Which hosts a list shows. */
public class HostFilter {
  @BeanParam private PageRequest page;

  @QueryParam("network_id")
  private UUID networkId;

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

  List<UUID> ids() {
    return ids.stream().filter(Objects::nonNull).toList();
  }

  List<UUID> tagIds() {
    return tagIds.stream().filter(Objects::nonNull).toList();
  }
}
