package io.berth.hosts;

import io.berth.accounts.access.Caller;
import io.berth.inventory.subnets.IpAddresses;
import io.berth.inventory.subnets.Subnet;
import io.berth.inventory.subnets.SubnetCidrChange;
import io.berth.inventory.subnets.Subnets;
import io.berth.inventory.subnets.SubnetsDeletion;
import io.berth.persistence.ListQuery;
import io.berth.persistence.ListUseCases;
import io.berth.persistence.UuidConverter;
import io.berth.persistence.errors.LockContention;
import io.berth.refusals.AtLeastOneId;
import io.berth.refusals.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The use cases of interfaces. The schema refuses a second interface of a host with the same subnet
 * and address.
 */
@Stateless
public class Interfaces extends ListUseCases<Interface, InterfaceFilter, InterfaceView> {
  /**
   * Closes the gaps in the positions of hosts: a position is the number of interfaces before it.
   * The inner select is distinct so that MySQL reads it before it writes.
   */
  private static final String RENUMBER =
      "update interface set position = (select count(*) from"
          + " (select distinct host_id, position from interface%s) other"
          + " where other.host_id = interface.host_id and other.position < interface.position)"
          + " where host_id in (%s)";

  @PersistenceContext private EntityManager database;
  @Inject private Caller caller;
  @Inject private HostStore hosts;
  @Inject private Subnets subnets;

  /** The interfaces with these ids as CSV rows. */
  public List<InterfaceCsvRow> getRows(List<UUID> ids) {
    return byIds(ids).stream().map(InterfaceCsvRow::of).toList();
  }

  @Override
  protected List<InterfaceView> views(List<Interface> entities) {
    return entities.stream().map(InterfaceView::of).toList();
  }

  @Override
  protected ListQuery<Interface> visible() {
    return new ListQuery<>(Interface.class).within("e.networkId", caller.networks());
  }

  @Override
  protected ListQuery<Interface> query(InterfaceFilter filter) {
    return visible()
        .where("e.networkId = :network", "network", filter.networkId())
        .where("e.hostId = :host", "host", filter.hostId())
        .where("e.subnetId = :subnet", "subnet", filter.subnetId());
  }

  /** Refuses an interface that is unknown or that the caller cannot access. */
  public InterfaceView get(UUID id) {
    return InterfaceView.of(require(id));
  }

  /** Creates an interface as the last one of the host; refuses an address outside the subnet. */
  public InterfaceView create(@NotNull @Valid NewInterface wanted) {
    requireContains(subnets.lockIn(wanted.networkId(), wanted.subnetId()), wanted, "");
    hosts.lockIn(wanted.networkId(), wanted.hostId(), Set.of());
    Interface created = new Interface(wanted, count(wanted.hostId()));
    database.persist(created);
    database.flush();
    markChanged(created, wanted.hostId());
    return InterfaceView.of(created);
  }

  /**
   * Replaces an interface. A move to another host makes it the last one there; the schema refuses
   * the move while bindings refer to the interface.
   */
  public InterfaceView replace(UUID id, @NotNull @Valid NewInterface wanted) {
    UUID from = hosts.requireHostOf(Interface.class, id);
    requireContains(subnets.lockIn(wanted.networkId(), wanted.subnetId()), wanted, "");
    hosts.lockIn(wanted.networkId(), wanted.hostId(), Set.of(from));
    Interface changed = require(id);
    LockContention.retryUnless(changed.hostId().equals(from));
    boolean stays = from.equals(wanted.hostId());
    changed.apply(wanted, stays ? place(changed, wanted) : count(wanted.hostId()));
    database.flush();
    if (!stays) {
      renumber(Set.of(from));
    }
    markChanged(changed, from);
    return InterfaceView.of(changed);
  }

  /** A move changes two hosts: the one before and the one after it. */
  private void markChanged(Interface changed, UUID hostBefore) {
    subnets.markChanged(Set.of(changed.subnetId()));
    hosts.markChanged(new HashSet<>(List.of(hostBefore, changed.hostId())));
  }

  /** Deletes an interface and its bindings. */
  public void delete(UUID id) {
    if (remove(List.of(id)) == 0) {
      throw Refusal.notFound("Interface", id);
    }
  }

  /**
   * Deletes the interfaces that the caller can access; returns the number of deleted interfaces.
   */
  public int deleteAll(@NotNull @AtLeastOneId List<@NotNull UUID> ids) {
    return remove(ids);
  }

  private int remove(List<UUID> ids) {
    Map<UUID, UUID> removed = hosts.remove(Interface.class, ids);
    renumber(Set.copyOf(removed.values()));
    return removed.size();
  }

  /** Deletes the interfaces in the subnets. */
  public void onSubnetsDeletion(@Observes SubnetsDeletion event) {
    List<UUID> hostIds =
        database
            .createQuery(
                "select distinct i.hostId from Interface i where i.subnetId in :subnets",
                UUID.class)
            .setParameter("subnets", event.subnetIds())
            .getResultList();
    hosts.markChanged(hostIds);
    database
        .createQuery("delete from Interface i where i.subnetId in :subnets")
        .setParameter("subnets", event.subnetIds())
        .executeUpdate();
    renumber(Set.copyOf(hostIds));
  }

  /** Refuses a block that does not contain the addresses of all interfaces in the subnet. */
  public void onSubnetCidrChange(@Observes SubnetCidrChange event) {
    Subnet subnet = event.subnet();
    database
        .createQuery("select i.ipAddress from Interface i where i.subnetId = :subnet", String.class)
        .setParameter("subnet", subnet.id())
        .getResultStream()
        .filter(address -> !subnet.contains(address))
        .findFirst()
        .ifPresent(
            address -> {
              throw Refusal.validationFailed(
                  "cidr",
                  "must contain " + address + ", the address of an interface in this subnet");
            });
  }

  /** The interfaces of each host, by position. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Map<UUID, List<InterfaceView>> of(Collection<UUID> hostIds) {
    return database
        .createQuery(
            "select i from Interface i where i.hostId in :hosts order by i.position, i.id",
            Interface.class)
        .setParameter("hosts", hostIds)
        .getResultStream()
        .map(InterfaceView::of)
        .collect(Collectors.groupingBy(InterfaceView::hostId));
  }

  /** Refuses an address outside the subnet; the prefix is the path to the member in the body. */
  static void requireContains(Subnet subnet, NewInterface wanted, String prefix) {
    if (!subnet.contains(IpAddresses.findAddress(wanted.ipAddress()).orElseThrow())) {
      throw Refusal.validationFailed(
          prefix + "ip_address", "must be within the subnet " + subnet.cidr());
    }
  }

  /** Refuses any position but the present one. */
  private static int place(Interface changed, NewInterface wanted) {
    if (wanted.position() != null && wanted.position() != changed.position()) {
      throw Refusal.validationFailed(
          "position", "must be the present position of the interface, or be omitted");
    }
    return changed.position();
  }

  private int count(UUID hostId) {
    return database
        .createQuery("select count(i) from Interface i where i.hostId = :host", Long.class)
        .setParameter("host", hostId)
        .getSingleResult()
        .intValue();
  }

  /**
   * For a single host, the inner select is limited to it as well: otherwise MySQL would read all
   * interfaces of the table. For several hosts, this would make H2 read them again for every row.
   */
  private void renumber(Set<UUID> hostIds) {
    if (hostIds.isEmpty()) {
      return;
    }
    boolean single = hostIds.size() == 1;
    List<UUID> named = new ArrayList<>(hostIds);
    if (single) {
      named.addAll(hostIds);
    }
    String places = String.join(", ", Collections.nCopies(hostIds.size(), "?"));
    Query renumber =
        database.createNativeQuery(RENUMBER.formatted(single ? " where host_id = ?" : "", places));
    for (int i = 0; i < named.size(); i++) {
      renumber.setParameter(i + 1, new UuidConverter().convertToDatabaseColumn(named.get(i)));
    }
    renumber.executeUpdate();
  }

  private Interface require(UUID id) {
    Interface found = database.find(Interface.class, id);
    if (found == null || !caller.reaches(found.networkId())) {
      throw Refusal.notFound("Interface", id);
    }
    return found;
  }
}
