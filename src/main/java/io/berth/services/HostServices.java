package io.berth.services;

import io.berth.hosts.Host;
import io.berth.hosts.HostMembers;
import io.berth.hosts.RowChanges;
import io.berth.inventory.tags.Taggable;
import io.berth.inventory.tags.Tags;
import io.berth.persistence.QueryHints;
import io.berth.persistence.StoredEntity;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Operations on all services of a locked host and their bindings, for writes of a whole host. The
 * binding rules must have been checked before.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class HostServices {
  @PersistenceContext private EntityManager database;
  @Inject private HostMembers members;
  @Inject private Services services;
  @Inject private Tags tags;

  /** Refuses ids of services or bindings that are sent twice or that another host has. */
  public void requireFreeIds(UUID hostId, List<ServiceEntry> entries) {
    members.requireFreeIds(Service.class, entries.stream().map(ServiceEntry::id).toList(), hostId);
    members.requireFreeIds(Binding.class, namedIds(entries), hostId);
  }

  private static List<UUID> namedIds(List<ServiceEntry> entries) {
    return entries.stream()
        .flatMap(entry -> NormalizedBindings.of(entry.bindings()).kept().stream())
        .map(NewBinding::ownId)
        .filter(id -> id != null)
        .toList();
  }

  /** Returns the stored bindings of the host by creation time. */
  public List<Binding> bindingsOn(UUID hostId) {
    return database
        .createQuery(
            "select b from Binding b where b.hostId = :host order by b.createdAt, b.id",
            Binding.class)
        .setParameter("host", hostId)
        .setHint(QueryHints.READ_ONLY, true)
        .getResultList();
  }

  /**
   * Inserts the bindings again that a cascade deleted with the rows of ports and interfaces that
   * the host keeps.
   */
  public void restore(Host host, List<Binding> before, RowChanges displaced) {
    List<Binding> lost =
        before.stream().filter(b -> isLost(b, displaced) && !isGone(b, displaced)).toList();
    if (!lost.isEmpty()) {
      Map<UUID, Service> stored = byId(stored(host.id()));
      lost.forEach(b -> database.persist(new Binding(b, stored.get(b.serviceId()))));
      database.flush();
    }
  }

  /**
   * Replaces all services of the host. {@code before} are its bindings before the write; those to
   * {@code displaced} ports and interfaces have no rows any more.
   */
  public void replaceContents(
      Host host, List<ServiceEntry> entries, List<Binding> before, RowChanges displaced) {
    Map<UUID, Service> stored = byId(stored(host.id()));
    Map<Service, BindingDiff> diffs = diffs(host, entries, stored, before);
    delete(Service.class, stored.keySet());
    rebind(diffs, displaced);
    tags.reassign(Taggable.SERVICE, tagsOf(entries));
  }

  /** Creates the services of a new host. */
  public void create(Host host, List<ServiceEntry> entries) {
    rebind(diffs(host, entries, new HashMap<>(), List.of()), RowChanges.none());
    tags.reassign(Taggable.SERVICE, tagsOf(entries));
  }

  /** Creates or updates the listed services; {@code stored} then contains those to delete. */
  private Map<Service, BindingDiff> diffs(
      Host host, List<ServiceEntry> entries, Map<UUID, Service> stored, List<Binding> before) {
    Map<UUID, List<Binding>> boundBefore =
        before.stream().collect(Collectors.groupingBy(Binding::serviceId));
    Set<UUID> namedIds = new HashSet<>(namedIds(entries));
    Map<Service, BindingDiff> diffs = new LinkedHashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      ServiceEntry entry = entries.get(i).at(i);
      BindingDiff diff =
          new BindingDiff(
              boundBefore.getOrDefault(entry.id(), List.of()), entry.bindings(), namedIds);
      diffs.put(createOrUpdate(host, entry, stored.remove(entry.id()), diff.changes()), diff);
    }
    return diffs;
  }

  /** Does not update a service that stays the same: an update sets the time of its last change. */
  private Service createOrUpdate(Host host, ServiceEntry entry, Service stored, boolean rebound) {
    if (stored == null) {
      Service service = new Service(entry.id(), entry.asNew(host), entry.position());
      database.persist(service);
      return service;
    }
    ServiceChange change = entry.asChange(host);
    if (rebound || !stored.matches(change, entry.position())) {
      stored.apply(change, entry.position());
    }
    return stored;
  }

  private void rebind(Map<Service, BindingDiff> plan, RowChanges displaced) {
    delete(
        Binding.class,
        plan.values().stream().flatMap(r -> r.gone().stream()).collect(Collectors.toSet()));
    plan.forEach(
        (service, diff) -> {
          diff.unchanged()
              .filter(binding -> isLost(binding, displaced))
              .forEach(binding -> database.persist(new Binding(binding, service)));
          diff.written(service).forEach(database::persist);
        });
    database.flush();
  }

  private static Map<UUID, List<UUID>> tagsOf(List<ServiceEntry> entries) {
    return entries.stream()
        .filter(entry -> entry.tags() != null)
        .collect(Collectors.toMap(ServiceEntry::id, ServiceEntry::tags));
  }

  private static boolean isLost(Binding binding, RowChanges displaced) {
    return isAmong(displaced.ids(), binding.target());
  }

  private static boolean isGone(Binding binding, RowChanges displaced) {
    return isAmong(displaced.gone(), binding.target());
  }

  private static boolean isAmong(Set<UUID> ids, BindingTarget target) {
    return (target.portId() != null && ids.contains(target.portId()))
        || (target.interfaceId() != null && ids.contains(target.interfaceId()));
  }

  /**
   * Returns the services of both hosts as they would be on the first. {@code matches} maps ports
   * and interfaces of the other host to the equal ones that replace them.
   */
  public PlannedServices together(UUID hostId, UUID otherId, Map<UUID, UUID> matches) {
    return new PlannedServices(
        Stream.of(hostId, otherId).flatMap(id -> occupants(id, matches)).toList());
  }

  private Stream<PlannedServices.PlannedService> occupants(UUID hostId, Map<UUID, UUID> matches) {
    Map<UUID, List<Rebound>> bound = rebound(bindingsOn(hostId), matches);
    return stored(hostId).stream()
        .map(
            s ->
                PlannedServices.PlannedService.of(
                    s.id(), s.name(), bound.getOrDefault(s.id(), List.of())));
  }

  private static Map<UUID, List<Rebound>> rebound(List<Binding> before, Map<UUID, UUID> matches) {
    return before.stream()
        .map(binding -> new Rebound(binding, binding.target().through(matches)))
        .collect(Collectors.groupingBy(rebound -> rebound.before().serviceId()));
  }

  /** A binding and its target after a merge of hosts. */
  private record Rebound(Binding before, BindingTarget target) implements BindingTarget.HasTarget {
    Binding on(Service service) {
      return target.equals(before.target())
          ? new Binding(before, service)
          : new Binding(before, service, target);
    }
  }

  /** Deletes and returns the bindings of a host, so that its ports and interfaces can be moved. */
  public List<Binding> unbind(UUID hostId) {
    List<Binding> before = bindingsOn(hostId);
    database
        .createQuery("delete from Binding b where b.hostId = :host")
        .setParameter("host", hostId)
        .executeUpdate();
    return before;
  }

  /**
   * Moves the services of the other host after those of this one and inserts their bindings from
   * {@code before} again, with the targets replaced as in {@code matches}.
   */
  public void move(UUID hostId, UUID otherId, List<Binding> before, Map<UUID, UUID> matches) {
    Map<UUID, List<Rebound>> bound = rebound(before, matches);
    long place = services.nextPosition(hostId);
    for (Service service : stored(otherId)) {
      service.moveTo(hostId, (int) Math.min(place++, Integer.MAX_VALUE));
      NormalizedBindings.of(bound.getOrDefault(service.id(), List.of())).kept().stream()
          .map(rebound -> rebound.on(service))
          .forEach(database::persist);
    }
    database.flush();
  }

  private void delete(Class<? extends StoredEntity> kind, Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      database
          .createQuery("delete from %s e where e.id in :ids".formatted(kind.getSimpleName()))
          .setParameter("ids", ids)
          .executeUpdate();
    }
  }

  private List<Service> stored(UUID hostId) {
    return database
        .createQuery(
            "select s from Service s where s.hostId = :host order by s.position, s.createdAt, s.id",
            Service.class)
        .setParameter("host", hostId)
        .getResultList();
  }

  private static Map<UUID, Service> byId(List<Service> services) {
    return services.stream().collect(Collectors.toMap(Service::id, Function.identity()));
  }
}
