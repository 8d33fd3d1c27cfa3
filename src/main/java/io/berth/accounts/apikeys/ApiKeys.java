package io.berth.accounts.apikeys;

import io.berth.accounts.access.Caller;
import io.berth.accounts.access.Level;
import io.berth.accounts.users.User;
import io.berth.http.lists.PageParameters;
import io.berth.inventory.networks.Networks;
import io.berth.inventory.tags.Taggable;
import io.berth.inventory.tags.Tags;
import io.berth.persistence.ListQuery;
import io.berth.persistence.ListUseCases;
import io.berth.refusals.AtLeastOneId;
import io.berth.refusals.Refusal;
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

/**
 * The use cases of the caller's own keys. A caller can create, change, rotate or delete only keys
 * that grant at most the caller's own level and networks.
 */
@Stateless
public class ApiKeys extends ListUseCases<ApiKey, PageParameters, ApiKeyView> {
  @PersistenceContext private EntityManager database;
  @Inject private Caller caller;
  @Inject private Networks networks;
  @Inject private Tags tags;

  @Override
  protected ListQuery<ApiKey> visible() {
    return new ListQuery<>(ApiKey.class).where("e.userId = :user", "user", caller.userId());
  }

  public ApiKeyView get(UUID id) {
    ApiKey key = database.find(ApiKey.class, id);
    return views(List.of(requireOwn(key, id))).get(0);
  }

  /** Creates a key. The secret is only in this response. */
  public ApiKeyView.WithSecret create(
      @NotNull @Valid @ConvertGroup(to = NewApiKey.Creation.class) NewApiKey wanted) {
    requireGrantable(wanted.level(), wanted.networks());
    ApiKeySecret secret = ApiKeySecret.random();
    ApiKey key = new ApiKey(caller.userId(), secret, wanted);
    database.persist(key);
    database.flush();
    tags.assign(Taggable.KEY, key.id(), wanted.tags());
    return new ApiKeyView.WithSecret(views(List.of(key)).get(0), secret.reveal());
  }

  /** Replaces name, grants and expiry, and the tags if they are given. */
  public ApiKeyView replace(UUID id, @NotNull @Valid NewApiKey wanted) {
    ApiKey key = lock(id);
    requireGrantable(wanted.level(), wanted.networks());
    key.apply(wanted);
    database.flush();
    tags.reassign(Taggable.KEY, id, wanted.tags());
    return views(List.of(key)).get(0);
  }

  /** Replaces and returns the secret; the old one is invalid at once. */
  public String rotate(UUID id) {
    ApiKeySecret secret = ApiKeySecret.random();
    lock(id).rotate(secret);
    database.flush();
    return secret.reveal();
  }

  public void delete(UUID id) {
    if (deleteOwn(List.of(id)) == 0) {
      throw Refusal.notFound("UserApiKey", id);
    }
  }

  /** Deletes those of the keys that belong to the caller; returns the number of deleted keys. */
  public int deleteAll(@NotNull @AtLeastOneId List<@NotNull UUID> ids) {
    return deleteOwn(ids);
  }

  /**
   * Takes no lock before: the DELETE waits for a transaction that changes the key, and cascades to
   * its rows.
   */
  private int deleteOwn(List<UUID> ids) {
    List<ApiKey> ownKeys =
        database
            .createQuery(
                "select k from ApiKey k where k.id in :ids and k.userId = :user order by k.id",
                ApiKey.class)
            .setParameter("ids", ids)
            .setParameter("user", caller.userId())
            .getResultList();
    requireGrantable(ownKeys);
    return ownKeys.isEmpty()
        ? 0
        : database
            .createQuery("delete from ApiKey k where k.id in :ids")
            .setParameter("ids", ownKeys.stream().map(ApiKey::id).toList())
            .executeUpdate();
  }

  /** Creates the first key of the Owner; called only at the first start. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void addFirst(User owner, ApiKeySecret secret) {
    NewApiKey wanted = new NewApiKey("First key", Level.OWNER, null, true, List.of(), List.of());
    database.persist(new ApiKey(owner.id(), secret, wanted));
    database.flush();
  }

  private ApiKey lock(UUID id) {
    ApiKey key = requireOwn(database.find(ApiKey.class, id, LockModeType.PESSIMISTIC_WRITE), id);
    requireGrantable(List.of(key));
    return key;
  }

  private ApiKey requireOwn(ApiKey key, UUID id) {
    if (key == null || !key.userId().equals(caller.userId())) {
      throw Refusal.notFound("UserApiKey", id);
    }
    return key;
  }

  /** Refuses to change a key that grants more than the caller has. */
  private void requireGrantable(List<ApiKey> keys) {
    for (ApiKey key : keys) {
      caller.requireLevel(key.level());
      if (!key.scoped() && key.level().covers(Level.ADMIN)) {
        caller.requireAllNetworks();
      }
    }
    findScopes(keys).values().forEach(scope -> scope.forEach(caller::requireNetwork));
  }

  /** The network ids of each key, ascending. */
  private Map<UUID, List<UUID>> findScopes(List<ApiKey> keys) {
    return keys.isEmpty()
        ? Map.of()
        : database
            .createQuery(
                "select k.id, n from ApiKey k join k.networkIds n where k.id in :ids",
                Object[].class)
            .setParameter("ids", keys.stream().map(ApiKey::id).toList())
            .getResultStream()
            .sorted(Comparator.comparing(row -> (UUID) row[1]))
            .collect(
                Collectors.groupingBy(
                    row -> (UUID) row[0],
                    Collectors.mapping(row -> (UUID) row[1], Collectors.toList())));
  }

  private void requireGrantable(Level level, Set<UUID> networkIds) {
    caller.requireLevel(level);
    Set<UUID> accessible = networks.lock(networkIds).keySet();
    for (UUID network : networkIds) {
      if (!accessible.contains(network)) {
        throw Refusal.accessDenied("Network", network);
      }
    }
    if (networkIds.isEmpty() && level.covers(Level.ADMIN)) {
      caller.requireAllNetworks();
    }
  }

  @Override
  protected List<ApiKeyView> views(List<ApiKey> keys) {
    Map<UUID, List<UUID>> assigned = tags.of(Taggable.KEY, keys.stream().map(ApiKey::id).toList());
    Map<UUID, List<UUID>> scopes = findScopes(keys);
    return keys.stream()
        .map(
            k ->
                ApiKeyView.of(
                    k,
                    caller.organizationId(),
                    scopes.getOrDefault(k.id(), List.of()),
                    assigned.getOrDefault(k.id(), List.of())))
        .toList();
  }
}
