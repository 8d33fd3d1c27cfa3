package io.berth.inventory.subnets;

import io.berth.accounts.access.Caller;
import io.berth.inventory.networks.NetworkCreated;
import io.berth.inventory.networks.Networks;
import io.berth.inventory.networks.NetworksDeletion;
import io.berth.inventory.tags.Taggable;
import io.berth.inventory.tags.Tags;
import io.berth.persistence.ListQuery;
import io.berth.persistence.ListUseCases;
import io.berth.persistence.errors.LockContention;
import io.berth.refusals.AtLeastOneId;
import io.berth.refusals.Refusal;
import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The use cases of subnets. */
@Stateless
public class Subnets extends ListUseCases<Subnet, SubnetFilter, SubnetView> {
  @PersistenceContext private EntityManager database;
  @Inject private Caller caller;
  @Inject private Networks networks;
  @Inject private Tags tags;
  @Inject private Event<SubnetsDeletion> subnetsDeletion;
  @Inject private Event<SubnetCidrChange> cidrChange;

  /** The subnets with these ids as CSV rows. */
  public List<SubnetCsvRow> getRows(List<UUID> ids) {
    return byIds(ids).stream().map(SubnetCsvRow::of).toList();
  }

  @Override
  protected ListQuery<Subnet> visible() {
    return new ListQuery<>(Subnet.class).within("e.networkId", caller.networks());
  }

  @Override
  protected ListQuery<Subnet> query(SubnetFilter filter) {
    return visible()
        .where("e.networkId = :network", "network", filter.networkId())
        .order("name", "e.name")
        .order("cidr", "e.cidr")
        .order("subnet_type", "e.subnetType")
        .order("updated_at", "e.updatedAt")
        .order("network_id", "e.networkId");
  }

  public SubnetView get(UUID id) {
    return view(require(id));
  }

  /** Creates a subnet, or returns the existing one if the network already has this block. */
  public SubnetView create(@NotNull @Valid NewSubnet wanted) {
    if (networks.lock(List.of(wanted.networkId())).isEmpty()) {
      throw Refusal.accessDenied("Network", wanted.networkId());
    }
    Optional<Subnet> existing = find(wanted.networkId(), wanted.cidr());
    if (existing.isPresent()) {
      return view(existing.get());
    }
    Subnet subnet = new Subnet(wanted);
    database.persist(subnet);
    database.flush();
    return SubnetView.of(subnet, tags.assign(Taggable.SUBNET, subnet.id(), wanted.tags()));
  }

  /**
   * Replaces a subnet; refuses another network, and a block without the addresses of its
   * interfaces.
   */
  public SubnetView replace(UUID id, @NotNull @Valid NewSubnet wanted) {
    Subnet subnet = lock(List.of(id)).get(id);
    if (subnet == null) {
      throw Refusal.notFound("Subnet", id);
    }
    if (!subnet.networkId().equals(wanted.networkId())) {
      throw Refusal.networkMismatch("Subnet");
    }
    String before = subnet.cidr();
    subnet.apply(wanted);
    List<UUID> assigned = tags.reassign(Taggable.SUBNET, id, wanted.tags());
    if (!subnet.cidr().equals(before)) {
      cidrChange.fire(new SubnetCidrChange(subnet));
    }
    database.flush();
    return SubnetView.of(subnet, assigned);
  }

  /** Deletes a subnet and the interfaces in it. */
  public void delete(UUID id) {
    if (deleteAccessible(List.of(id)) == 0) {
      throw Refusal.notFound("Subnet", id);
    }
  }

  /**
   * Deletes those of the subnets that the caller can access; returns the number of deleted subnets.
   */
  public int deleteAll(@NotNull @AtLeastOneId List<@NotNull UUID> ids) {
    return deleteAccessible(ids);
  }

  private int deleteAccessible(List<UUID> ids) {
    Set<UUID> accessible = lock(ids).keySet();
    if (accessible.isEmpty()) {
      return 0;
    }
    subnetsDeletion.fire(new SubnetsDeletion(accessible));
    return LockContention.retryUnlessAll(
        accessible,
        database
            .createQuery("delete from Subnet s where s.id in :ids")
            .setParameter("ids", accessible)
            .executeUpdate());
  }

  /** Deletes the subnets of the networks. */
  public void onNetworksDeletion(
      @Observes @Priority(NetworksDeletion.IN_NETWORK) NetworksDeletion event) {
    database
        .createQuery("delete from Subnet s where s.networkId in :networks")
        .setParameter("networks", event.networkIds())
        .executeUpdate();
  }

  /** Creates the two System subnets of a new network. */
  public void onNetworkCreated(@Observes NetworkCreated event) {
    UUID network = event.networkId();
    database.persist(Subnet.createSystemSubnet(network, "Internet", SubnetType.INTERNET));
    database.persist(Subnet.createSystemSubnet(network, "Remote Network", SubnetType.REMOTE));
    database.flush();
  }

  /**
   * Locks a subnet to which a row is added; refuses an unknown id and a subnet of another network.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Subnet lockIn(UUID networkId, UUID id) {
    return lockIn(networkId, List.of(id)).get(id);
  }

  /** Locks subnets to which rows are added; refuses unknown ids and subnets of another network. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Map<UUID, Subnet> lockIn(UUID networkId, List<UUID> ids) {
    Map<UUID, Subnet> locked = lock(Set.copyOf(ids));
    for (UUID id : ids) {
      Subnet subnet = locked.get(id);
      if (subnet == null) {
        throw Refusal.unknownReference("Subnet", id);
      }
      if (!subnet.networkId().equals(networkId)) {
        throw Refusal.networkMismatch("Subnet");
      }
    }
    return locked;
  }

  /** Locks those of the subnets that exist and that the caller can access. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Map<UUID, Subnet> lock(Collection<UUID> ids) {
    Map<UUID, Subnet> locked = new LinkedHashMap<>();
    if (ids.isEmpty()) {
      return locked;
    }
    database
        .createQuery("select s from Subnet s where s.id in :ids order by s.id", Subnet.class)
        .setParameter("ids", ids)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .filter(subnet -> caller.reaches(subnet.networkId()))
        .forEach(subnet -> locked.put(subnet.id(), subnet));
    return locked;
  }

  /** Writes locked subnets in whose block an address was checked, against a change of the block. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void markChanged(Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      database
          .createQuery("update Subnet s set s.revision = s.revision + 1 where s.id in :ids")
          .setParameter("ids", ids)
          .executeUpdate();
    }
  }

  private Optional<Subnet> find(UUID networkId, String cidr) {
    return database
        .createQuery(
            "select s from Subnet s where s.networkId = :network and s.cidr = :cidr"
                + " order by s.createdAt, s.id",
            Subnet.class)
        .setParameter("network", networkId)
        .setParameter("cidr", IpAddresses.findBlock(cidr).orElseThrow())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  private Subnet require(UUID id) {
    Subnet subnet = database.find(Subnet.class, id);
    if (subnet == null || !caller.reaches(subnet.networkId())) {
      throw Refusal.notFound("Subnet", id);
    }
    return subnet;
  }

  private SubnetView view(Subnet subnet) {
    return views(List.of(subnet)).get(0);
  }

  @Override
  protected List<SubnetView> views(List<Subnet> subnets) {
    Map<UUID, List<UUID>> assigned =
        tags.of(Taggable.SUBNET, subnets.stream().map(Subnet::id).toList());
    return subnets.stream()
        .map(s -> SubnetView.of(s, assigned.getOrDefault(s.id(), List.of())))
        .toList();
  }
}
