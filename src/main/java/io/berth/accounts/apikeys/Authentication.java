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
 * Finds the key of a secret. This runs on every request, so it executes one statement and starts no
 * transaction.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Authentication {
  /** Reads the key, its user, and one row for each network of the organization. */
  private static final String KEY_QUERY =
      "select k.id, k.level, k.expiresAt, k.enabled, k.lastUsed, k.scoped,"
          + " u.id, u.level, u.organizationId, n.id, s"
          + " from ApiKey k left join User u on u.id = k.userId"
          + " left join Network n on n.organizationId = u.organizationId"
          + " left join k.networkIds s on s = n.id"
          + " where k.hash = :hash";

  @PersistenceContext private EntityManager database;
  @Inject private LastUsedWriter lastUsedWriter;

  /** Finds the key with this secret, expired and disabled keys included; empty if there is none. */
  public Optional<AuthenticatedKey> find(String secret) {
    return ApiKeySecret.find(secret)
        .map(this::findRows)
        .filter(rows -> !rows.isEmpty())
        .map(this::toAuthenticatedKey);
  }

  /** Records the use only of a key that is neither expired nor disabled. */
  private AuthenticatedKey toAuthenticatedKey(List<Object[]> rows) {
    KeyRow key = KeyRow.of(rows.get(0));
    AuthenticatedKey authenticatedKey =
        new AuthenticatedKey(identity(key, rows), key.expiresAt(), key.enabled());
    if (authenticatedKey.refusal().isEmpty() && LastUsed.isDue(key.lastUsed())) {
      lastUsedWriter.recordUse(key.id());
    }
    return authenticatedKey;
  }

  private static Identity identity(KeyRow key, List<Object[]> rows) {
    boolean everyNetwork = !key.scoped() && key.level().covers(Level.ADMIN);
    Set<UUID> networks =
        rows.stream()
            .map(row -> (UUID) row[everyNetwork ? 9 : 10])
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet());
    return new Identity(
        key.id(), key.userId(), key.organizationId(), key.level(), everyNetwork, networks);
  }

  private record KeyRow(
      UUID id,
      Level level,
      Instant expiresAt,
      boolean enabled,
      Instant lastUsed,
      boolean scoped,
      UUID userId,
      UUID organizationId) {

    static KeyRow of(Object[] row) {
      return new KeyRow(
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

  private List<Object[]> findRows(ApiKeySecret secret) {
    return database
        .createQuery(KEY_QUERY, Object[].class)
        .setParameter("hash", secret.hash())
        .getResultList();
  }
}
