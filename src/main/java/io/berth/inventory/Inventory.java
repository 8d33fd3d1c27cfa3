package io.berth.inventory;

import io.berth.access.Caller;
import io.berth.answers.Page;
import io.berth.database.Listing;
import io.berth.hosts.Host;
import io.berth.hosts.Hosts;
import io.berth.hosts.InterfaceView;
import io.berth.hosts.Interfaces;
import io.berth.hosts.PortView;
import io.berth.hosts.Ports;
import io.berth.problems.Reason;
import io.berth.problems.Refusal;
import io.berth.problems.SomeIds;
import io.berth.services.ServiceView;
import io.berth.services.Services;
import io.berth.tags.Taggable;
import io.berth.tags.Tags;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The use cases of hosts together with what stands on them. */
@Stateless
public class Inventory {
  @PersistenceContext private EntityManager database;
  @Inject private Caller caller;
  @Inject private Hosts hosts;
  @Inject private Interfaces interfaces;
  @Inject private Ports ports;
  @Inject private Services services;
  @Inject private Tags tags;

  /** A page of the hosts that the caller reaches. */
  public Page<HostView> list(HostFilter filter) {
    return listing(filter).page(database, filter.page()).map(this::views);
  }

  /** The ids of all that a list without a limit shows. */
  public List<UUID> findAll(HostFilter filter) {
    return listing(filter).ids(database, filter.page());
  }

  /** Those of them that are still there. */
  public List<HostView> getAll(List<UUID> ids) {
    return views(own().these(database, ids));
  }

  /** The same in a table. */
  public List<HostRow> getRows(List<UUID> ids) {
    return own().these(database, ids).stream().map(HostRow::of).toList();
  }

  private Listing<Host> own() {
    return new Listing<>(Host.class).within("e.networkId", caller.networks());
  }

  private Listing<Host> listing(HostFilter filter) {
    return own()
        .where("e.networkId = :network", "network", filter.networkId())
        .where("e.id in :ids", "ids", filter.ids())
        .where(Taggable.HOST.hasAnyTag(), "tags", filter.tagIds())
        .order("name", "e.name")
        .order("hostname", "e.hostname")
        .order("updated_at", "e.updatedAt")
        .order("virtualized_by", "e.virtualization.serviceId")
        .order("network_id", "e.networkId");
  }

  /** One host. */
  public HostView get(UUID id) {
    return view(hosts.require(id));
  }

  /** Makes a host. */
  public HostView create(@NotNull @Valid NewHost wanted) {
    Host host = hosts.add(wanted.networkId(), wanted.toDescription());
    tags.assign(Taggable.HOST, host.id(), wanted.tags());
    return view(host);
  }

  /** Replaces what a host is called; refuses if it is not as old as expected. */
  public HostView replace(UUID id, @NotNull @Valid HostChange change) {
    Host host = hosts.lock(List.of(id)).get(id);
    if (host == null) {
      throw Refusal.notFound("Host", id);
    }
    mustBeAsExpected(host, change.expectedUpdatedAt());
    hosts.describe(host, change.toDescription(host.virtualization()));
    tags.reassign(Taggable.HOST, id, change.tags());
    return view(host);
  }

  /** Deletes a host and everything on it. */
  public void delete(UUID id) {
    if (hosts.delete(List.of(id)) == 0) {
      throw Refusal.notFound("Host", id);
    }
  }

  /** Deletes those of the hosts that the caller reaches; answers how many. */
  public int deleteAll(@NotNull @SomeIds List<@NotNull UUID> ids) {
    return hosts.delete(ids);
  }

  private static void mustBeAsExpected(Host host, Instant expected) {
    if (expected != null && !expected.equals(host.updatedAt())) {
      throw new Refusal(
          Reason.CHANGED, "The host has changed since.", "updated_at", host.updatedAt());
    }
  }

  private HostView view(Host host) {
    return views(List.of(host)).get(0);
  }

  private List<HostView> views(List<Host> page) {
    List<UUID> ids = page.stream().map(Host::id).toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<UUID>> tagsOf = tags.of(Taggable.HOST, ids);
    Map<UUID, List<InterfaceView>> interfacesOf = interfaces.of(ids);
    Map<UUID, List<PortView>> portsOf = ports.of(ids);
    Map<UUID, List<ServiceView>> servicesOf = services.of(ids);
    return page.stream()
        .map(
            host ->
                HostView.of(
                    host,
                    new HostView.Furniture(
                        tagsOf.getOrDefault(host.id(), List.of()),
                        interfacesOf.getOrDefault(host.id(), List.of()),
                        portsOf.getOrDefault(host.id(), List.of()),
                        servicesOf.getOrDefault(host.id(), List.of()))))
        .toList();
  }
}
