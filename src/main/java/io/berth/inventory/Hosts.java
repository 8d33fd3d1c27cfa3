package io.berth.inventory;

import io.berth.accounts.access.Caller;
import io.berth.hosts.Host;
import io.berth.hosts.HostInterfaces;
import io.berth.hosts.HostPorts;
import io.berth.hosts.HostStore;
import io.berth.hosts.InterfaceView;
import io.berth.hosts.Interfaces;
import io.berth.hosts.PortView;
import io.berth.hosts.Ports;
import io.berth.hosts.RowChanges;
import io.berth.inventory.tags.Taggable;
import io.berth.inventory.tags.Tags;
import io.berth.persistence.ListQuery;
import io.berth.persistence.ListUseCases;
import io.berth.refusals.AtLeastOneId;
import io.berth.refusals.Refusal;
import io.berth.services.Binding;
import io.berth.services.HostServices;
import io.berth.services.ServiceReader;
import io.berth.services.ServiceView;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.groups.ConvertGroup;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The use cases of hosts together with their interfaces, ports and services. */
@Stateless
public class Hosts extends ListUseCases<Host, HostFilter, HostView> {
  @PersistenceContext private EntityManager database;
  @Inject private Caller caller;
  @Inject private HostStore hosts;
  @Inject private Interfaces interfaces;
  @Inject private Ports ports;
  @Inject private ServiceReader boundServices;
  @Inject private HostInterfaces hostInterfaces;
  @Inject private HostPorts hostPorts;
  @Inject private HostServices hostServices;
  @Inject private MergeMatches matches;
  @Inject private Tags tags;

  /** The hosts with these ids as CSV rows. */
  public List<HostCsvRow> getRows(List<UUID> ids) {
    return byIds(ids).stream().map(HostCsvRow::of).toList();
  }

  @Override
  protected ListQuery<Host> visible() {
    return new ListQuery<>(Host.class).within("e.networkId", caller.networks());
  }

  @Override
  protected ListQuery<Host> query(HostFilter filter) {
    return visible()
        .where("e.networkId = :network", "network", filter.networkId())
        .where("e.id in :ids", "ids", filter.ids())
        .where(Taggable.HOST.hasAnyTag(), "tags", filter.tagIds())
        .order("name", "e.name")
        .order("hostname", "e.hostname")
        .order("updated_at", "e.updatedAt")
        .order("virtualized_by", "e.virtualization.serviceId")
        .order("network_id", "e.networkId");
  }

  /** Refuses a host that is unknown or that the caller cannot access. */
  public HostView get(UUID id) {
    return views(List.of(hosts.require(id))).get(0);
  }

  /** Creates a host with its tags, interfaces, ports and services. */
  public HostView create(
      @NotNull @Valid @ConvertGroup(to = HostChecks.WholeHost.class) NewHost wanted) {
    Host host = hosts.create(wanted.networkId(), wanted.toDescription());
    createContents(host, wanted);
    tags.assign(Taggable.HOST, host.id(), wanted.tags());
    return written(host);
  }

  /** Replaces the attributes of a host, and the tags and lists that are sent. */
  public HostView replace(
      @NotNull @Valid @ConvertGroup(to = HostChecks.WholeHost.class) HostChange change) {
    Host host = hosts.require(change.hostId());
    hosts.describe(host, change.toDescription(host.virtualization()));
    replaceContents(host, change);
    tags.reassign(Taggable.HOST, host.id(), change.tags());
    return written(host);
  }

  /** Moves the rows of the other host to the first one, and deletes the other. */
  public HostView consolidate(@NotNull @Valid HostMerge merge) {
    Map<UUID, UUID> same = matches.of(merge);
    List<Binding> bound = hostServices.unbind(merge.otherId());
    hostInterfaces.move(merge.hostId(), merge.otherId(), same);
    hostPorts.move(merge.hostId(), merge.otherId(), same);
    hostServices.move(merge.hostId(), merge.otherId(), bound, same);
    Host host = hosts.require(merge.hostId());
    hosts.deleteMerged(host, merge.otherId());
    return written(host);
  }

  /** Writes ports and interfaces before the services that bind to them. */
  private void createContents(Host host, NewHost wanted) {
    if (wanted.interfaces() != null) {
      hostInterfaces.create(host, wanted.interfaces());
    }
    if (wanted.ports() != null) {
      hostPorts.create(host, wanted.ports());
    }
    if (wanted.services() != null) {
      hostServices.create(host, wanted.services());
    }
  }

  /** Writes ports and interfaces before the services that bind to them. */
  private void replaceContents(Host host, HostWrite write) {
    if (write.interfaces() == null && write.ports() == null && write.services() == null) {
      return;
    }
    List<Binding> before = hostServices.bindingsOn(host.id());
    RowChanges displaced = RowChanges.none();
    if (write.interfaces() != null) {
      displaced = displaced.and(hostInterfaces.replaceContents(host, write.interfaces()));
    }
    if (write.ports() != null) {
      displaced = displaced.and(hostPorts.replaceContents(host, write.ports()));
    }
    if (write.services() == null) {
      hostServices.restore(host, before, displaced);
    } else {
      hostServices.replaceContents(host, write.services(), before, displaced);
    }
  }

  /** Deletes a host and all its rows. */
  public void delete(UUID id) {
    if (hosts.delete(List.of(id)) == 0) {
      throw Refusal.notFound("Host", id);
    }
  }

  /** Deletes the hosts that the caller can access; returns the number of deleted hosts. */
  public int deleteAll(@NotNull @AtLeastOneId List<@NotNull UUID> ids) {
    return hosts.delete(ids);
  }

  private HostView written(Host host) {
    return views(List.of(host), boundServices.findWritten(host.id())).get(0);
  }

  @Override
  protected List<HostView> views(List<Host> page) {
    return views(page, page.isEmpty() ? Map.of() : boundServices.on(ids(page)));
  }

  private static List<UUID> ids(List<Host> page) {
    return page.stream().map(Host::id).toList();
  }

  private List<HostView> views(List<Host> page, Map<UUID, List<ServiceView>> servicesOf) {
    List<UUID> ids = ids(page);
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<UUID>> tagsOf = tags.of(Taggable.HOST, ids);
    Map<UUID, List<InterfaceView>> interfacesOf = interfaces.of(ids);
    Map<UUID, List<PortView>> portsOf = ports.of(ids);
    return page.stream()
        .map(
            host ->
                HostView.of(
                    host,
                    new HostView.Contents(
                        tagsOf.getOrDefault(host.id(), List.of()),
                        interfacesOf.getOrDefault(host.id(), List.of()),
                        portsOf.getOrDefault(host.id(), List.of()),
                        servicesOf.getOrDefault(host.id(), List.of()))))
        .toList();
  }
}
