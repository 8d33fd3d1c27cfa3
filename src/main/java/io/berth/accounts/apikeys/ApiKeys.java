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

/** The use cases of the caller's own keys. Nobody grants, or takes over, more than he has. */
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

  /** One key. */
  public ApiKeyView get(UUID id) {
    ApiKey key = database.find(ApiKey.class, id);
    return views(List.of(own(key, id))).get(0);
  }

  /** Makes a key; the answer is the only sight of its secret. */
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

  /** Replaces what a key grants. */
  public ApiKeyView replace(UUID id, @NotNull @Valid NewApiKey wanted) {
    ApiKey key = lock(id);
    requireGrantable(wanted.level(), wanted.networks());
    key.apply(wanted);
    database.flush();
    tags.reassign(Taggable.KEY, id, wanted.tags());
    return views(List.of(key)).get(0);
  }

  /** Gives a key a new secret, which is answered; the old one is dead at once. */
  public String rotate(UUID id) {
    ApiKeySecret secret = ApiKeySecret.random();
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
  public int deleteAll(@NotNull @AtLeastOneId List<@NotNull UUID> ids) {
    return deleteOwn(ids);
  }

  /** The delete itself waits for whoever changes a key, and takes what was added to it along. */
  private int deleteOwn(List<UUID> ids) {
    List<ApiKey> own =
        database
            .createQuery(
                "select k from ApiKey k where k.id in :ids and k.userId = :user order by k.id",
                ApiKey.class)
            .setParameter("ids", ids)
            .setParameter("user", caller.userId())
            .getResultList();
    requireGrantable(own);
    return own.isEmpty()
        ? 0
        : database
            .createQuery("delete from ApiKey k where k.id in :ids")
            .setParameter("ids", own.stream().map(ApiKey::id).toList())
            .executeUpdate();
  }

  /** Makes the first key of an Owner; part of the first start. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void addFirst(User owner, ApiKeySecret secret) {
    NewApiKey wanted = new NewApiKey("First key", Level.OWNER, null, true, List.of(), List.of());
    database.persist(new ApiKey(owner.id(), secret, wanted));
    database.flush();
  }

  private ApiKey lock(UUID id) {
    ApiKey key = own(database.find(ApiKey.class, id, LockModeType.PESSIMISTIC_WRITE), id);
    requireGrantable(List.of(key));
    return key;
  }

  private ApiKey own(ApiKey key, UUID id) {
    if (key == null || !key.userId().equals(caller.userId())) {
      throw Refusal.notFound("UserApiKey", id);
    }
    return key;
  }

  /** A key that grants more than the caller has is not the caller's to change. */
  private void requireGrantable(List<ApiKey> keys) {
    for (ApiKey key : keys) {
      caller.requireLevel(key.level());
      if (!key.scoped() && key.level().covers(Level.ADMIN)) {
        caller.requireAllNetworks();
      }
    }
    scopes(keys).values().forEach(scope -> scope.forEach(caller::requireNetwork));
  }

  /** The networks that each of the keys was given, by ascending id. */
  private Map<UUID, List<UUID>> scopes(List<ApiKey> keys) {
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
    Set<UUID> reached = networks.lock(networkIds).keySet();
    for (UUID network : networkIds) {
      if (!reached.contains(network)) {
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
    Map<UUID, List<UUID>> scopes = scopes(keys);
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
