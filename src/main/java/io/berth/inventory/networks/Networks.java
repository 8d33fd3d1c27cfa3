package io.berth.inventory.networks;

import io.berth.accounts.access.Caller;
import io.berth.http.lists.PageParameters;
import io.berth.inventory.tags.Taggable;
import io.berth.inventory.tags.Tags;
import io.berth.persistence.ListQuery;
import io.berth.persistence.ListUseCases;
import io.berth.persistence.errors.LockContention;
import io.berth.refusals.AtLeastOneId;
import io.berth.refusals.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The use cases of networks. */
@Stateless
public class Networks extends ListUseCases<Network, PageParameters, NetworkView> {
  @PersistenceContext private EntityManager database;
  @Inject private Caller caller;
  @Inject private Tags tags;
  @Inject private Event<NetworkCreated> networkCreated;
  @Inject private Event<NetworksDeletion> networksDeletion;

  /** The networks with these ids as CSV rows. */
  public List<NetworkCsvRow> getRows(List<UUID> ids) {
    return byIds(ids).stream().map(NetworkCsvRow::of).toList();
  }

  @Override
  protected ListQuery<Network> visible() {
    return new ListQuery<>(Network.class).within("e.id", caller.networks());
  }

  public NetworkView get(UUID id) {
    return views(List.of(require(id))).get(0);
  }

  /** Creates a network in the caller's organization; refuses another organization. */
  public NetworkView create(@NotNull @Valid NewNetwork wanted) {
    caller.requireOrganization(wanted.organizationId());
    Network network = create(wanted.organizationId(), wanted.name());
    return NetworkView.of(network, tags.assign(Taggable.NETWORK, network.id(), wanted.tags()));
  }

  /** Replaces the name, and the tags if they are given; refuses another organization. */
  public NetworkView replace(UUID id, @NotNull @Valid NewNetwork wanted) {
    Network network = lock(Set.of(id)).get(id);
    if (network == null) {
      throw Refusal.notFound("Network", id);
    }
    caller.requireOrganization(wanted.organizationId());
    network.rename(wanted.name());
    List<UUID> assigned = tags.reassign(Taggable.NETWORK, id, wanted.tags());
    database.flush();
    return NetworkView.of(network, assigned);
  }

  /** Deletes a network and everything in it. */
  public void delete(UUID id) {
    if (deleteAccessible(List.of(id)) == 0) {
      throw Refusal.notFound("Network", id);
    }
  }

  /**
   * Deletes those of the networks that the caller can access; returns the number of deleted
   * networks.
   */
  public int deleteAll(@NotNull @AtLeastOneId List<@NotNull UUID> ids) {
    return deleteAccessible(ids);
  }

  private int deleteAccessible(List<UUID> ids) {
    Set<UUID> accessible = lock(ids).keySet();
    if (accessible.isEmpty()) {
      return 0;
    }
    networksDeletion.fire(new NetworksDeletion(accessible));
    return LockContention.retryUnlessAll(
        accessible,
        database
            .createQuery("delete from Network n where n.id in :ids")
            .setParameter("ids", accessible)
            .executeUpdate());
  }

  /**
   * Creates a network without permission checks; observers of {@link NetworkCreated} add its System
   * subnets.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Network create(UUID organizationId, String name) {
    Network network = new Network(organizationId, name);
    database.persist(network);
    database.flush();
    networkCreated.fire(new NetworkCreated(network.id()));
    return network;
  }

  /**
   * Locks those of the networks that exist and that the caller can access. Until this transaction
   * ends, no other can delete them.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Map<UUID, Network> lock(Collection<UUID> ids) {
    List<UUID> accessible = ids.stream().filter(caller::reaches).distinct().toList();
    Map<UUID, Network> locked = new LinkedHashMap<>();
    if (!accessible.isEmpty()) {
      database
          .createQuery("select n from Network n where n.id in :ids order by n.id", Network.class)
          .setParameter("ids", accessible)
          .setLockMode(LockModeType.PESSIMISTIC_WRITE)
          .getResultStream()
          .forEach(network -> locked.put(network.id(), network));
    }
    return locked;
  }

  private Network require(UUID id) {
    Network network = caller.reaches(id) ? database.find(Network.class, id) : null;
    if (network == null) {
      throw Refusal.notFound("Network", id);
    }
    return network;
  }

  @Override
  protected List<NetworkView> views(List<Network> networks) {
    Map<UUID, List<UUID>> assigned =
        tags.of(Taggable.NETWORK, networks.stream().map(Network::id).toList());
    return networks.stream()
        .map(n -> NetworkView.of(n, assigned.getOrDefault(n.id(), List.of())))
        .toList();
  }
}
