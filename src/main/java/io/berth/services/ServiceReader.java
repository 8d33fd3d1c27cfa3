package io.berth.services;

import io.berth.accounts.access.Caller;
import io.berth.inventory.tags.Taggable;
import io.berth.inventory.tags.Tags;
import io.berth.persistence.StoredEntity;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads services for responses. One SQL statement reads them with their bindings, so that no
 * response combines a service from before a change with the bindings from after it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ServiceReader {
  /** Query of services by their {@code ids}; named, so that it is prepared only once. */
  static final String BY_IDS = "Service.byIds";

  /** Query of services by the {@code ids} of their hosts. */
  static final String ON_HOSTS = "Service.onHosts";

  static final String READ =
      "select s, b from Service s left join Binding b on b.serviceId = s.id where ";

  static final String ORDER = " order by s.position, s.createdAt, s.id, b.createdAt, b.id";

  @PersistenceContext private EntityManager database;
  @Inject private Caller caller;
  @Inject private Bindings bindings;
  @Inject private Tags tags;

  private record Bound(Service service, List<Binding> bindings) {}

  /** Returns a service; empty if it does not exist or the caller may not see it. */
  public Optional<ServiceView> find(UUID id) {
    return viewsOf(List.of(id)).stream().findFirst();
  }

  /** Returns the services that exist and that the caller may see, in the order of the ids. */
  public List<ServiceView> viewsOf(List<UUID> ids) {
    Map<UUID, ServiceView> views =
        show(read(BY_IDS, ids)).stream()
            .filter(view -> caller.reaches(view.networkId()))
            .collect(Collectors.toMap(ServiceView::id, Function.identity()));
    return ids.stream().map(views::get).filter(Objects::nonNull).toList();
  }

  /** Returns the services of each host by position. */
  public Map<UUID, List<ServiceView>> on(Collection<UUID> hostIds) {
    return byHost(show(read(ON_HOSTS, hostIds)));
  }

  /** Returns the services of a host by position, as this transaction has written them. */
  public Map<UUID, List<ServiceView>> findWritten(UUID hostId) {
    List<Service> services =
        database
            .createQuery(
                "select s from Service s where s.hostId = :host order by s.position, s.createdAt,"
                    + " s.id",
                Service.class)
            .setParameter("host", hostId)
            .getResultList();
    Map<UUID, List<Binding>> written =
        bindings.findWritten(services.stream().map(StoredEntity::id).toList());
    return byHost(
        show(
            services.stream()
                .map(s -> new Bound(s, written.getOrDefault(s.id(), List.of())))
                .toList()));
  }

  private static Map<UUID, List<ServiceView>> byHost(List<ServiceView> views) {
    return views.stream().collect(Collectors.groupingBy(ServiceView::hostId));
  }

  private List<Bound> read(String query, Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : bound(
            database
                .createNamedQuery(query, Object[].class)
                .setParameter("ids", ids)
                .getResultStream());
  }

  private static List<Bound> bound(Stream<Object[]> rows) {
    Map<UUID, Bound> found = new LinkedHashMap<>();
    rows.forEach(row -> add(found, (Service) row[0], (Binding) row[1]));
    return List.copyOf(found.values());
  }

  private static void add(Map<UUID, Bound> found, Service service, Binding binding) {
    Bound bound = found.computeIfAbsent(service.id(), id -> new Bound(service, new ArrayList<>()));
    if (binding != null) {
      bound.bindings().add(binding);
    }
  }

  private List<ServiceView> show(List<Bound> services) {
    Map<UUID, List<UUID>> assigned =
        tags.of(Taggable.SERVICE, services.stream().map(one -> one.service().id()).toList());
    return services.stream()
        .map(
            one ->
                ServiceView.of(
                    one.service(),
                    one.bindings(),
                    assigned.getOrDefault(one.service().id(), List.of())))
        .toList();
  }
}
