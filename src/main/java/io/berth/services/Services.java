package io.berth.services;

import io.berth.accounts.access.Caller;
import io.berth.hosts.HostStore;
import io.berth.hosts.HostsDeletion;
import io.berth.inventory.networks.NetworksDeletion;
import io.berth.inventory.tags.Taggable;
import io.berth.inventory.tags.Tags;
import io.berth.persistence.ListQuery;
import io.berth.persistence.ListUseCases;
import io.berth.persistence.Page;
import io.berth.persistence.StoredEntity;
import io.berth.persistence.errors.LockContention;
import io.berth.refusals.AtLeastOneId;
import io.berth.refusals.Refusal;
import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.groups.ConvertGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The use cases of services. The binding rules are constraints of the parameter of a method that
 * writes, so they are checked before its body begins: in the order of {@link ServiceChecks}, the
 * later ones under the lock of the host.
 */
@Stateless
public class Services extends ListUseCases<Service, ServiceFilter, ServiceView> {
  @PersistenceContext private EntityManager database;
  @Inject private Caller caller;
  @Inject private HostStore hosts;
  @Inject private Bindings bindings;
  @Inject private ServiceReader reader;
  @Inject private Tags tags;

  /** Selects ids first, because one SQL statement then reads services with their bindings. */
  @Override
  public Page<ServiceView> list(ServiceFilter filter) {
    return query(filter).pageOfIds(database, filter.page()).map(reader::viewsOf);
  }

  @Override
  public List<ServiceView> getAll(List<UUID> ids) {
    return reader.viewsOf(ids);
  }

  /** Returns the services as rows of a CSV file. */
  public List<ServiceCsvRow> getRows(List<UUID> ids) {
    return byIds(ids).stream().map(ServiceCsvRow::of).toList();
  }

  @Override
  protected List<ServiceView> views(List<Service> entities) {
    return reader.viewsOf(entities.stream().map(Service::id).toList());
  }

  @Override
  protected ListQuery<Service> visible() {
    return new ListQuery<>(Service.class).within("e.networkId", caller.networks());
  }

  @Override
  protected ListQuery<Service> query(ServiceFilter filter) {
    return visible()
        .where("e.networkId = :network", "network", filter.networkId())
        .where("e.hostId = :host", "host", filter.hostId())
        .where("e.id in :ids", "ids", filter.ids())
        .where(Taggable.SERVICE.hasAnyTag(), "tags", filter.tagIds())
        .order("name", "e.name")
        .order("updated_at", "e.updatedAt")
        .order("host", "h.name", "join Host h on h.id = e.hostId")
        .order("network_id", "e.networkId")
        .order("position", "e.position");
  }

  /** Returns a service; refuses one that the caller may not see. */
  public ServiceView get(UUID id) {
    return reader.find(id).orElseThrow(() -> Refusal.notFound("Service", id));
  }

  /** Creates a service with its bindings, positioned after the services of its host. */
  public ServiceView create(
      @NotNull @Valid @ConvertGroup(to = ServiceChecks.WholeService.class) NewService wanted) {
    Service service = new Service(StoredEntity.newId(), wanted, nextPosition(wanted.hostId()));
    hosts.markChanged(Set.of(wanted.hostId()));
    database.persist(service);
    List<Binding> bound = bindings.bind(service, new BindingDiff(List.of(), wanted.bindings()));
    return ServiceView.of(
        service, bound, tags.assign(Taggable.SERVICE, service.id(), wanted.tags()));
  }

  /**
   * Replaces a service and its bindings. If the host changes, it is the last one there, unless a
   * position is sent.
   */
  public ServiceView replace(
      @NotNull @Valid @ConvertGroup(to = ServiceChecks.WholeService.class) ServiceChange change) {
    Service service = requireOnLockedHost(change.serviceId());
    int position = positionAfter(change, service);
    hosts.markChanged(new HashSet<>(List.of(service.hostId(), change.hostId())));
    BindingDiff diff = bindings.unbind(service, change.bindings());
    service.apply(change, position);
    database.flush();
    List<Binding> bound = bindings.bind(service, diff);
    return ServiceView.of(
        service, bound, tags.reassign(Taggable.SERVICE, service.id(), change.tags()));
  }

  /** Deletes a service and its bindings. */
  public void delete(UUID id) {
    if (hosts.remove(Service.class, List.of(id)).isEmpty()) {
      throw Refusal.notFound("Service", id);
    }
  }

  /** Deletes the services that the caller may access; returns the number of deleted ones. */
  public int deleteAll(@NotNull @AtLeastOneId List<@NotNull UUID> ids) {
    return hosts.remove(Service.class, ids).size();
  }

  /** Deletes the services of hosts that are to be deleted; bindings and tag assignments cascade. */
  public void onHostsDeletion(@Observes HostsDeletion event) {
    database
        .createQuery("delete from Service s where s.hostId in :hosts")
        .setParameter("hosts", event.hostIds())
        .executeUpdate();
  }

  /** Deletes the services of networks that are to be deleted. */
  public void onNetworksDeletion(
      @Observes @Priority(NetworksDeletion.ON_HOSTS) NetworksDeletion event) {
    database
        .createQuery("delete from Service s where s.networkId in :networks")
        .setParameter("networks", event.networkIds())
        .executeUpdate();
  }

  /** Returns the host, not locked yet, of a service that the caller may access. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Optional<UUID> findHostOf(UUID id) {
    return Optional.ofNullable(hosts.findHostsOf(Service.class, List.of(id)).get(id));
  }

  /** Returns the service under the lock of its host; empty if it was deleted. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Optional<Service> findOnLockedHost(UUID id) {
    Optional<Service> service = find(id);
    service.ifPresent(found -> LockContention.retryUnless(hosts.isLocked(found.hostId())));
    return service;
  }

  /** Returns the service under the lock of its host; refuses one that was deleted. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Service requireOnLockedHost(UUID id) {
    return findOnLockedHost(id).orElseThrow(() -> Refusal.notFound("Service", id));
  }

  private Optional<Service> find(UUID id) {
    return Optional.ofNullable(database.find(Service.class, id))
        .filter(service -> caller.reaches(service.networkId()));
  }

  private int positionAfter(ServiceChange change, Service service) {
    if (change.position() != null) {
      return change.position();
    }
    return service.hostId().equals(change.hostId())
        ? service.position()
        : nextPosition(change.hostId());
  }

  /** The highest position of the host plus 1; at most 2^31 - 1, which a PUT may have set. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public int nextPosition(UUID hostId) {
    Integer highest =
        database
            .createQuery(
                "select max(s.position) from Service s where s.hostId = :host", Integer.class)
            .setParameter("host", hostId)
            .getSingleResult();
    return highest == null ? 0 : (int) Math.min(highest + 1L, Integer.MAX_VALUE);
  }
}
