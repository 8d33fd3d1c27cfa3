package io.berth.services;

import io.berth.accounts.access.Caller;
import io.berth.hosts.HostStore;
import io.berth.hosts.Port;
import io.berth.persistence.ListQuery;
import io.berth.persistence.ListUseCases;
import io.berth.persistence.QueryHints;
import io.berth.persistence.StoredEntity;
import io.berth.persistence.TransactionCache;
import io.berth.persistence.errors.LockContention;
import io.berth.refusals.AtLeastOneId;
import io.berth.refusals.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.groups.ConvertGroup;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The use cases of single bindings, and the operations on them that {@link Services} needs. The
 * binding rules are checked and the host is locked before the body of a method that writes a
 * binding begins.
 */
@Stateless
public class Bindings extends ListUseCases<Binding, BindingFilter, BindingView> {
  @PersistenceContext private EntityManager database;
  @Inject private Caller caller;
  @Inject private HostStore hosts;
  @Inject private Services services;
  @Inject private TransactionCache cache;

  /**
   * A port with one binding to it and the service of that binding; both are null if it has none.
   */
  public record PortUse(Port port, Binding binding, Service service) {}

  private record BindingsOf(UUID serviceId) {}

  private record UsesOf(UUID hostId, Set<UUID> portIds) {}

  /** Returns the bindings as rows of a CSV file. */
  public List<BindingCsvRow> getRows(List<UUID> ids) {
    return byIds(ids).stream().map(BindingCsvRow::of).toList();
  }

  @Override
  protected List<BindingView> views(List<Binding> entities) {
    return entities.stream().map(BindingView::of).toList();
  }

  @Override
  protected ListQuery<Binding> visible() {
    return new ListQuery<>(Binding.class).within("e.networkId", caller.networks());
  }

  @Override
  protected ListQuery<Binding> query(BindingFilter filter) {
    return visible()
        .where("e.serviceId = :service", "service", filter.serviceId())
        .where("e.networkId = :network", "network", filter.networkId())
        .where("e.portId = :port", "port", filter.portId())
        .where("e.interfaceId = :interface", "interface", filter.interfaceId());
  }

  /** Returns a binding; refuses one that the caller may not see. */
  public BindingView get(UUID id) {
    return BindingView.of(require(id));
  }

  /** Adds a binding to a service; returns the stored binding if the service has an equal one. */
  public BindingView create(
      @NotNull @Valid @ConvertGroup(to = ServiceChecks.SingleBinding.class) NewBinding wanted) {
    List<Binding> others = findOthers(wanted);
    Optional<Binding> equal =
        others.stream().filter(b -> b.target().equals(wanted.target())).findFirst();
    return equal
        .map(BindingView::of)
        .orElseGet(
            () ->
                write(
                    new Binding(StoredEntity.newId(), serviceOf(wanted), wanted.target()), others));
  }

  /** Replaces a binding, which keeps its id and creation time. */
  public BindingView replace(
      @NotNull @Valid @ConvertGroup(to = ServiceChecks.SingleBinding.class) NewBinding wanted) {
    List<Binding> others = findOthers(wanted);
    Binding before = require(wanted.id());
    LockContention.retryUnless(hosts.isLocked(before.hostId()));
    Binding after = new Binding(before, serviceOf(wanted), wanted.target());
    delete(Set.of(before.id()));
    database.detach(before);
    if (!before.hostId().equals(after.hostId())) {
      hosts.markChanged(Set.of(before.hostId()));
    }
    return write(after, others);
  }

  /** Deletes a binding. */
  public void delete(UUID id) {
    if (hosts.remove(Binding.class, List.of(id)).isEmpty()) {
      throw Refusal.notFound("Binding", id);
    }
  }

  /** Deletes the bindings that the caller may access; returns the number of deleted ones. */
  public int deleteAll(@NotNull @AtLeastOneId List<@NotNull UUID> ids) {
    return hosts.remove(Binding.class, ids).size();
  }

  /**
   * Returns the bindings of each service by creation time, including those that this transaction
   * has written, which a read-only query does not see.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Map<UUID, List<Binding>> findWritten(Collection<UUID> serviceIds) {
    return serviceIds.isEmpty()
        ? Map.of()
        : query(serviceIds).getResultStream().collect(Collectors.groupingBy(Binding::serviceId));
  }

  /** Returns the stored bindings of the service, without the one that the write replaces. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public List<Binding> findOthers(BindingWrite write) {
    return cache
        .get(new BindingsOf(write.serviceId()), () -> read(List.of(write.serviceId())).toList())
        .stream()
        .filter(binding -> !binding.id().equals(write.replacedId()))
        .toList();
  }

  /** Returns the ports that belong to the host, with their bindings; read once per transaction. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public List<PortUse> findPortUses(UUID hostId, Set<UUID> portIds) {
    return portIds.isEmpty()
        ? List.of()
        : cache.get(new UsesOf(hostId, Set.copyOf(portIds)), () -> readPortUses(hostId, portIds));
  }

  private List<PortUse> readPortUses(UUID hostId, Set<UUID> portIds) {
    return database
        .createQuery(
            "select p, b, s from Port p left join Binding b on b.portId = p.id"
                + " left join Service s on s.id = b.serviceId"
                + " where p.hostId = :host and p.id in :ports order by b.createdAt, b.id",
            Object[].class)
        .setParameter("host", hostId)
        .setParameter("ports", portIds)
        .setHint(QueryHints.READ_ONLY, true)
        .getResultStream()
        .map(row -> new PortUse((Port) row[0], (Binding) row[1], (Service) row[2]))
        .toList();
  }

  /** Deletes the bindings of a service that are not wanted or that change. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public BindingDiff unbind(Service service, List<NewBinding> wanted) {
    BindingDiff diff = new BindingDiff(read(List.of(service.id())).toList(), wanted);
    delete(diff.gone());
    return diff;
  }

  /** Inserts the new and the changed bindings of a service; returns all its bindings. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public List<Binding> bind(Service service, BindingDiff diff) {
    List<Binding> written = diff.written(service).toList();
    written.forEach(database::persist);
    database.flush();
    return Stream.concat(diff.unchanged(), written.stream())
        .sorted(Comparator.comparing(Binding::createdAt).thenComparing(Binding::id))
        .toList();
  }

  /** Rule 1: a port on all interfaces replaces the same port on single interfaces. */
  private BindingView write(Binding binding, List<Binding> others) {
    delete(
        others.stream()
            .filter(other -> binding.target().covers(other.target()))
            .map(Binding::id)
            .collect(Collectors.toSet()));
    database.persist(binding);
    database.flush();
    hosts.markChanged(Set.of(binding.hostId()));
    return BindingView.of(binding);
  }

  private int delete(Set<UUID> ids) {
    return ids.isEmpty()
        ? 0
        : database
            .createQuery("delete from Binding b where b.id in :ids")
            .setParameter("ids", ids)
            .executeUpdate();
  }

  private Service serviceOf(NewBinding wanted) {
    return services.requireOnLockedHost(wanted.serviceId());
  }

  /** Read-only, because rows of bindings are replaced, never updated. */
  private Stream<Binding> read(Collection<UUID> serviceIds) {
    return query(serviceIds).setHint(QueryHints.READ_ONLY, true).getResultStream();
  }

  private TypedQuery<Binding> query(Collection<UUID> serviceIds) {
    return database
        .createQuery(
            "select b from Binding b where b.serviceId in :services order by b.createdAt, b.id",
            Binding.class)
        .setParameter("services", serviceIds);
  }

  private Binding require(UUID id) {
    Binding binding = database.find(Binding.class, id);
    if (binding == null || !caller.reaches(binding.networkId())) {
      throw Refusal.notFound("Binding", id);
    }
    return binding;
  }
}
