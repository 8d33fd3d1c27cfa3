package io.berth.inventory;

import io.berth.hosts.InterfaceEntry;
import io.berth.hosts.PortEntry;
import io.berth.http.json.LaterApiNames;
import io.berth.services.ServiceEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A write of a host together with what shall stand on it; an absent list is left as it is. */
interface HostWrite extends LaterApiNames {

  /** The host that is changed; null: a new one. */
  UUID hostId();

  /** The network of a new host. */
  UUID networkId();

  /** When the host must have changed last; null: whenever. */
  Instant expectedUpdatedAt();

  /** The host's own tags; null: as they are. */
  List<UUID> tags();

  /** All its interfaces; null: as they are. */
  List<InterfaceEntry> interfaces();

  /**
   * Answers show the interfaces under both names, so a host that is sent back as it was read has
   * both: then interfaces count.
   */
  @Override
  default Optional<String> memberFor(String sent) {
    return sent.equals("ip_addresses") && interfaces() == null
        ? Optional.of("interfaces")
        : Optional.empty();
  }

  /** All its ports; null: as they are. */
  List<PortEntry> ports();

  /** All its services; null: as they are. */
  List<ServiceEntry> services();
}
