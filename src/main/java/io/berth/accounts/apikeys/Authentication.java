package io.berth.accounts.apikeys;

import io.berth.accounts.access.Caller.Identity;
import io.berth.accounts.access.Level;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * From a secret to who it is. It runs on every request, and costs one statement; for that alone it
 * begins no transaction.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Authentication {
  /** The key, its user, and a row for each network of the organization. */
  private static final String WHO =
      "select k.id, k.level, k.expiresAt, k.enabled, k.lastUsed, k.scoped,"
          + " u.id, u.level, u.organizationId, n.id, s"
          + " from ApiKey k left join User u on u.id = k.userId"
          + " left join Network n on n.organizationId = u.organizationId"
          + " left join k.networkIds s on s = n.id"
          + " where k.hash = :hash";

  @PersistenceContext private EntityManager database;
  @Inject private LastUsedWriter uses;

  /** The key with this secret, whether or not it can be used; empty if there is none. */
  public Optional<AuthenticatedKey> find(String secret) {
    return ApiKeySecret.find(secret)
        .map(this::rowsOf)
        .filter(rows -> !rows.isEmpty())
        .map(this::holder);
  }

  /** A use is noted of a key that can be used alone. */
  private AuthenticatedKey holder(List<Object[]> rows) {
    Found key = Found.of(rows.get(0));
    AuthenticatedKey holder =
        new AuthenticatedKey(identity(key, rows), key.expiresAt(), key.enabled());
    if (holder.refusal().isEmpty() && LastUsed.isDue(key.lastUsed())) {
      uses.note(key.id());
    }
    return holder;
  }

  private static Identity identity(Found key, List<Object[]> rows) {
    boolean everyNetwork = !key.scoped() && key.level().covers(Level.ADMIN);
    Set<UUID> networks =
        rows.stream()
            .map(row -> (UUID) row[everyNetwork ? 9 : 10])
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet());
    return new Identity(
        key.id(), key.userId(), key.organizationId(), key.level(), everyNetwork, networks);
  }

  private record Found(
      UUID id,
      Level level,
      Instant expiresAt,
      boolean enabled,
      Instant lastUsed,
      boolean scoped,
      UUID userId,
      UUID organizationId) {

    static Found of(Object[] row) {
      return new Found(
          (UUID) row[0],
          ((Level) row[1]).atMost((Level) row[7]),
          (Instant) row[2],
          (boolean) row[3],
          (Instant) row[4],
          (boolean) row[5],
          (UUID) row[6],
          (UUID) row[8]);
    }
  }

  private List<Object[]> rowsOf(ApiKeySecret secret) {
    return database
        .createQuery(WHO, Object[].class)
        .setParameter("hash", secret.hash())
        .getResultList();
  }
}
