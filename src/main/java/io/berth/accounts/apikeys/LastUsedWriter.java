package io.berth.accounts.apikeys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.berth.persistence.StoredEntity;
import io.berth.refusals.Refusal;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Stores when keys were used, beside the requests that use them: a request that only reads must not
 * wait for a write, nor fail with it. Best effort: what can't be stored is dropped, and tried again
 * with a use a minute later.
 */
@ApplicationScoped
public class LastUsedWriter {
  private static final Logger LOG = Logger.getLogger(LastUsedWriter.class.getName());

  private final ConcurrentMap<UUID, Instant> pending = new ConcurrentHashMap<>();
  private final AtomicBoolean writing = new AtomicBoolean();

  /** Keys whose use could not be stored, for a minute. */
  private final Cache<UUID, Boolean> failed =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).maximumSize(100_000).build();

  @Inject private LastUsed lastUsed;
  @Resource private ManagedExecutorService executor;

  /** Stores a use of the key now, soon. */
  void note(UUID keyId) {
    if (failed.getIfPresent(keyId) == null) {
      pending.put(keyId, StoredEntity.now());
      write();
    }
  }

  /** One task at a time: a database that is slow holds up one thread and one connection. */
  private void write() {
    if (!pending.isEmpty() && writing.compareAndSet(false, true)) {
      try {
        executor.execute(this::writePending);
      } catch (RejectedExecutionException closing) {
        LOG.log(Level.FINE, "The last use of API keys is no longer stored", closing);
        writing.set(false);
      }
    }
  }

  private void writePending() {
    try {
      pending.keySet().forEach(this::store);
    } finally {
      writing.set(false);
    }
    write();
  }

  private void store(UUID keyId) {
    Instant use = pending.remove(keyId);
    try {
      lastUsed.store(keyId, use);
    } catch (Refusal | EJBException unavailable) {
      LOG.log(Level.FINE, unavailable, () -> "The last use of key " + keyId + " is not stored");
      failed.put(keyId, true);
    }
  }
}
