package io.berth.hosts;

import io.berth.persistence.QueryHints;
import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads and writes all ports of a locked host at once, for writes of whole hosts. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class HostPorts {
  @PersistenceContext private EntityManager database;
  @Inject private HostMembers members;

  /**
   * Refuses a port that the list contains twice, and an id that the list contains twice or that
   * another host has.
   */
  public void requireFreeIds(UUID hostId, List<PortEntry> entries) {
    members.requireFreeIds(Port.class, entries.stream().map(PortEntry::id).toList(), hostId);
    Set<String> names = new HashSet<>();
    for (PortEntry entry : entries) {
      if (!names.add(entry.label())) {
        throw new Refusal(
            Reason.DUPLICATE_PORT,
            "The list contains the port " + entry.label() + " twice.",
            "port",
            entry.label());
      }
    }
  }

  /** The names, such as {@code 80/tcp}, of those of the ports that belong to the host. */
  public Map<UUID, String> namesOf(UUID hostId, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : database
            .createQuery("select p from Port p where p.hostId = :host and p.id in :ids", Port.class)
            .setParameter("host", hostId)
            .setParameter("ids", ids)
            .setHint(QueryHints.READ_ONLY, true)
            .getResultStream()
            .collect(Collectors.toMap(Port::id, Port::toString));
  }

  /** The names of the ports of both hosts. */
  public Map<UUID, String> namesOf(UUID hostId, UUID otherId) {
    return Stream.of(hostId, otherId)
        .flatMap(id -> stored(id).values().stream())
        .collect(Collectors.toMap(Port::id, Port::toString));
  }

  /**
   * Makes the host's ports exactly those of the list; unchanged ports keep their rows. Returns the
   * deleted rows.
   */
  public RowChanges replaceContents(Host host, List<PortEntry> entries) {
    return replace(host, entries, stored(host.id()));
  }

  /** Creates the ports of a new host. */
  public void create(Host host, List<PortEntry> entries) {
    replace(host, entries, Map.of());
  }

  private RowChanges replace(Host host, List<PortEntry> entries, Map<UUID, Port> stored) {
    List<Port> wanted =
        entries.stream()
            .map(
                entry ->
                    stored.containsKey(entry.id())
                        ? new Port(stored.get(entry.id()), entry.on(host))
                        : new Port(entry.id(), entry.on(host)))
            .toList();
    RowDiff<Port> diff = new RowDiff<>(stored.values(), wanted, Port::matches);
    delete(diff.displaced().ids());
    diff.written().forEach(database::persist);
    database.flush();
    return diff.displaced();
  }

  private void delete(Set<UUID> ids) {
    if (!ids.isEmpty()) {
      database
          .createQuery("delete from Port p where p.id in :ids")
          .setParameter("ids", ids)
          .executeUpdate();
    }
  }

  /** Maps the ids of the other host's ports to the ids of the equal ones of this host. */
  public Map<UUID, UUID> findMatches(UUID hostId, UUID otherId) {
    return matches(stored(hostId).values(), stored(otherId).values());
  }

  static Map<UUID, UUID> matches(Collection<Port> own, Collection<Port> others) {
    Map<String, UUID> ownIds = own.stream().collect(Collectors.toMap(Port::toString, Port::id));
    return others.stream()
        .filter(other -> ownIds.containsKey(other.toString()))
        .collect(Collectors.toMap(Port::id, other -> ownIds.get(other.toString())));
  }

  /**
   * Moves the other host's ports, to which no bindings refer, to this host, except the matched
   * ones.
   */
  public void move(UUID hostId, UUID otherId, Map<UUID, UUID> matches) {
    database
        .createQuery("select p from Port p where p.hostId = :host", Port.class)
        .setParameter("host", otherId)
        .getResultStream()
        .filter(port -> !matches.containsKey(port.id()))
        .forEach(port -> port.moveTo(hostId));
    database.flush();
  }

  private Map<UUID, Port> stored(UUID hostId) {
    return database
        .createQuery("select p from Port p where p.hostId = :host", Port.class)
        .setParameter("host", hostId)
        .setHint(QueryHints.READ_ONLY, true)
        .getResultStream()
        .collect(Collectors.toMap(Port::id, Function.identity()));
  }
}
