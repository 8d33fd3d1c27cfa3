package io.berth.hosts;

import io.berth.accounts.access.Caller;
import io.berth.persistence.ListQuery;
import io.berth.persistence.ListUseCases;
import io.berth.persistence.errors.LockContention;
import io.berth.refusals.AtLeastOneId;
import io.berth.refusals.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The use cases of ports. The schema refuses a second port with the same number and protocol on a
 * host.
 */
@Stateless
public class Ports extends ListUseCases<Port, PortFilter, PortView> {
  @PersistenceContext private EntityManager database;
  @Inject private Caller caller;
  @Inject private HostStore hosts;

  /** The ports with these ids as CSV rows. */
  public List<PortCsvRow> getRows(List<UUID> ids) {
    return byIds(ids).stream().map(PortCsvRow::of).toList();
  }

  @Override
  protected List<PortView> views(List<Port> entities) {
    return entities.stream().map(PortView::of).toList();
  }

  @Override
  protected ListQuery<Port> visible() {
    return new ListQuery<>(Port.class).within("e.networkId", caller.networks());
  }

  @Override
  protected ListQuery<Port> query(PortFilter filter) {
    return visible()
        .where("e.networkId = :network", "network", filter.networkId())
        .where("e.hostId = :host", "host", filter.hostId())
        .where("e.id in :ids", "ids", filter.ids())
        .order("host_id", "e.hostId")
        .order("network_id", "e.networkId");
  }

  /** Refuses a port that is unknown or that the caller cannot access. */
  public PortView get(UUID id) {
    return PortView.of(require(id));
  }

  /** Creates a port; refuses a number and protocol that the host already has. */
  public PortView create(@NotNull @Valid NewPort wanted) {
    hosts.lockIn(wanted.networkId(), wanted.hostId(), Set.of());
    Port port = new Port(wanted);
    database.persist(port);
    database.flush();
    hosts.markChanged(Set.of(wanted.hostId()));
    return PortView.of(port);
  }

  /**
   * Replaces a port. The schema refuses a move to another host while bindings refer to the port.
   */
  public PortView replace(UUID id, @NotNull @Valid NewPort wanted) {
    UUID from = hosts.requireHostOf(Port.class, id);
    hosts.lockIn(wanted.networkId(), wanted.hostId(), Set.of(from));
    Port port = require(id);
    LockContention.retryUnless(port.hostId().equals(from));
    port.apply(wanted);
    database.flush();
    hosts.markChanged(new HashSet<>(List.of(from, wanted.hostId())));
    return PortView.of(port);
  }

  /** Deletes a port and its bindings. */
  public void delete(UUID id) {
    if (hosts.remove(Port.class, List.of(id)).isEmpty()) {
      throw Refusal.notFound("Port", id);
    }
  }

  /** Deletes the ports that the caller can access; returns the number of deleted ports. */
  public int deleteAll(@NotNull @AtLeastOneId List<@NotNull UUID> ids) {
    return hosts.remove(Port.class, ids).size();
  }

  /** The ports of each host, by creation time. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Map<UUID, List<PortView>> of(Collection<UUID> hostIds) {
    return database
        .createQuery(
            "select p from Port p where p.hostId in :hosts order by p.createdAt, p.id", Port.class)
        .setParameter("hosts", hostIds)
        .getResultStream()
        .map(PortView::of)
        .collect(Collectors.groupingBy(PortView::hostId));
  }

  private Port require(UUID id) {
    Port port = database.find(Port.class, id);
    if (port == null || !caller.reaches(port.networkId())) {
      throw Refusal.notFound("Port", id);
    }
    return port;
  }
}
