package io.berth.inventory;

import io.berth.hosts.Host;
import io.berth.hosts.InterfaceView;
import io.berth.hosts.PortView;
import io.berth.persistence.Source;
import io.berth.services.ServiceView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A host with all its rows as JSON. It has the interfaces twice: later versions of the API call
 * them {@code ip_addresses}, and clients of both versions read them.
 */
public record HostView(
    UUID id,
    String name,
    UUID networkId,
    String hostname,
    String description,
    Source source,
    HostVirtualization virtualization,
    boolean hidden,
    List<UUID> tags,
    List<InterfaceView> interfaces,
    List<InterfaceView> ipAddresses,
    List<PortView> ports,
    List<ServiceView> services,
    Instant createdAt,
    Instant updatedAt) {

  record Contents(
      List<UUID> tags,
      List<InterfaceView> interfaces,
      List<PortView> ports,
      List<ServiceView> services) {}

  static HostView of(Host host, Contents contents) {
    return new HostView(
        host.id(),
        host.name(),
        host.networkId(),
        host.hostname(),
        host.description(),
        host.source(),
        HostVirtualization.of(host.virtualization()),
        host.hidden(),
        contents.tags(),
        contents.interfaces(),
        contents.interfaces(),
        contents.ports(),
        contents.services(),
        host.createdAt(),
        host.updatedAt());
  }
}
