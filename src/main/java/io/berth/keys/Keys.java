package io.berth.keys;

import io.berth.access.Caller;
import io.berth.access.Level;
import io.berth.answers.Page;
import io.berth.answers.PageRequest;
import io.berth.database.Listing;
import io.berth.networks.Networks;
import io.berth.problems.Refusal;
import io.berth.problems.SomeIds;
import io.berth.tags.Taggable;
import io.berth.tags.Tags;
import io.berth.users.User;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.groups.ConvertGroup;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The use cases of the caller's own keys. Nobody grants, or takes over, more than he has. */
@Stateless
public class Keys {
  @PersistenceContext private EntityManager database;
  @Inject private Caller caller;
  @Inject private Networks networks;
  @Inject private Tags tags;

  /** A page of the caller's keys. */
  public Page<KeyView> list(PageRequest request) {
    return own().page(database, request).map(this::views);
  }

  /** The ids of all that a list without a limit shows. */
  public List<UUID> findAll(PageRequest request) {
    return own().ids(database, request);
  }

  /** Those of them that are still there. */
  public List<KeyView> getAll(List<UUID> ids) {
    return views(own().these(database, ids));
  }

  private Listing<Key> own() {
    return new Listing<>(Key.class)
        .named("ApiKey")
        .where("e.userId = :user", "user", caller.userId());
  }

  /** One key. */
  public KeyView get(UUID id) {
    Key key = database.find(Key.class, id);
    return views(List.of(own(key, id))).get(0);
  }

  /** Makes a key; the answer is the only sight of its secret. */
  public KeyView.WithSecret create(
      @NotNull @Valid @ConvertGroup(to = NewKey.Creation.class) NewKey wanted) {
    mustBeGrantable(wanted.level(), wanted.networks());
    Secret secret = Secret.random();
    Key key = new Key(caller.userId(), secret, wanted);
    database.persist(key);
    database.flush();
    tags.assign(Taggable.KEY, key.id(), wanted.tags());
    return new KeyView.WithSecret(views(List.of(key)).get(0), secret.reveal());
  }

  /** Replaces what a key grants. */
  public KeyView replace(UUID id, @NotNull @Valid NewKey wanted) {
    Key key = lock(id);
    mustBeGrantable(wanted.level(), wanted.networks());
    key.become(wanted);
    database.flush();
    tags.reassign(Taggable.KEY, id, wanted.tags());
    return views(List.of(key)).get(0);
  }

  /** Gives a key a new secret, which is answered; the old one is dead at once. */
  public String rotate(UUID id) {
    Secret secret = Secret.random();
    lock(id).rotate(secret);
    database.flush();
    return secret.reveal();
  }

  /** Deletes a key. */
  public void delete(UUID id) {
    if (deleteOwn(List.of(id)) == 0) {
      throw Refusal.notFound("UserApiKey", id);
    }
  }

  /** Deletes those of the keys that are the caller's; answers how many. */
  public int deleteAll(@NotNull @SomeIds List<@NotNull UUID> ids) {
    return deleteOwn(ids);
  }

  /** The delete itself waits for whoever changes a key, and takes what was added to it along. */
  private int deleteOwn(List<UUID> ids) {
    List<Key> own =
        database
            .createQuery(
                "select k from ApiKey k where k.id in :ids and k.userId = :user order by k.id",
                Key.class)
            .setParameter("ids", ids)
            .setParameter("user", caller.userId())
            .getResultList();
    mustBeGrantable(own);
    return own.isEmpty()
        ? 0
        : database
            .createQuery("delete from ApiKey k where k.id in :ids")
            .setParameter("ids", own.stream().map(Key::id).toList())
            .executeUpdate();
  }

  /** Makes the first key of an Owner; part of the first start. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void addFirst(User owner, Secret secret) {
    NewKey wanted = new NewKey("First key", Level.OWNER, null, true, List.of(), List.of());
    database.persist(new Key(owner.id(), secret, wanted));
    database.flush();
  }

  private Key lock(UUID id) {
    Key key = own(database.find(Key.class, id, LockModeType.PESSIMISTIC_WRITE), id);
    mustBeGrantable(List.of(key));
    return key;
  }

  private Key own(Key key, UUID id) {
    if (key == null || !key.userId().equals(caller.userId())) {
      throw Refusal.notFound("UserApiKey", id);
    }
    return key;
  }

  /** A key that grants more than the caller has is not the caller's to change. */
  private void mustBeGrantable(List<Key> keys) {
    for (Key key : keys) {
      caller.mustHave(key.level());
      if (!key.scoped() && key.level().covers(Level.ADMIN)) {
        caller.mustReachEveryNetwork();
      }
    }
    scopes(keys).values().forEach(scope -> scope.forEach(caller::mustReach));
  }

  /** The networks that each of the keys was given, by ascending id. */
  private Map<UUID, List<UUID>> scopes(List<Key> keys) {
    return keys.isEmpty()
        ? Map.of()
        : database
            .createQuery(
                "select k.id, n from ApiKey k join k.networkIds n where k.id in :ids",
                Object[].class)
            .setParameter("ids", keys.stream().map(Key::id).toList())
            .getResultStream()
            .sorted(Comparator.comparing(row -> (UUID) row[1]))
            .collect(
                Collectors.groupingBy(
                    row -> (UUID) row[0],
                    Collectors.mapping(row -> (UUID) row[1], Collectors.toList())));
  }

  private void mustBeGrantable(Level level, Set<UUID> networkIds) {
    caller.mustHave(level);
    Set<UUID> reached = networks.lock(networkIds).keySet();
    for (UUID network : networkIds) {
      if (!reached.contains(network)) {
        throw Refusal.accessDenied("Network", network);
      }
    }
    if (networkIds.isEmpty() && level.covers(Level.ADMIN)) {
      caller.mustReachEveryNetwork();
    }
  }

  private List<KeyView> views(List<Key> keys) {
    Map<UUID, List<UUID>> assigned = tags.of(Taggable.KEY, keys.stream().map(Key::id).toList());
    Map<UUID, List<UUID>> scopes = scopes(keys);
    return keys.stream()
        .map(
            k ->
                KeyView.of(
                    k,
                    caller.organizationId(),
                    scopes.getOrDefault(k.id(), List.of()),
                    assigned.getOrDefault(k.id(), List.of())))
        .toList();
  }
}
