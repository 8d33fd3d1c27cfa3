package io.berth.inventory;

import io.berth.hosts.InterfaceEntry;
import io.berth.hosts.PortEntry;
import io.berth.http.json.LaterApiNames;
import io.berth.services.ServiceEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A write of a host together with its lists; an absent list is not changed. */
interface HostWrite extends LaterApiNames {

  /** Null for a new host. */
  UUID hostId();

  /** The network of a new host; null for a stored host. */
  UUID networkId();

  /** The time of the last change that the client has seen; null makes the write unconditional. */
  Instant expectedUpdatedAt();

  /** The tags of the host itself, without those of its services; null keeps them. */
  List<UUID> tags();

  /** All interfaces; null keeps them. */
  List<InterfaceEntry> interfaces();

  /**
   * A response has the interfaces under both names, so a client that sends a host back sends both:
   * then {@code interfaces} counts.
   */
  @Override
  default Optional<String> memberFor(String sent) {
    return sent.equals("ip_addresses") && interfaces() == null
        ? Optional.of("interfaces")
        : Optional.empty();
  }

  /** All ports; null keeps them. */
  List<PortEntry> ports();

  /** All services; null keeps them. */
  List<ServiceEntry> services();
}
