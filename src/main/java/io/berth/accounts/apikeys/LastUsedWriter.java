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
 * Stores the last use of keys asynchronously: a read request must not wait for a write, nor fail
 * with it. Best effort: a failed write is dropped, and the key is not written again for a minute.
 */
@ApplicationScoped
public class LastUsedWriter {
  private static final Logger LOG = Logger.getLogger(LastUsedWriter.class.getName());

  private final ConcurrentMap<UUID, Instant> pending = new ConcurrentHashMap<>();
  private final AtomicBoolean writing = new AtomicBoolean();

  /** Keys whose last write failed, for one minute. */
  private final Cache<UUID, Boolean> failed =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).maximumSize(100_000).build();

  @Inject private LastUsed lastUsed;
  @Resource private ManagedExecutorService executor;

  /** Records a use of the key now; it is written later. */
  void recordUse(UUID keyId) {
    if (failed.getIfPresent(keyId) == null) {
      pending.put(keyId, StoredEntity.now());
      startTask();
    }
  }

  /** Runs at most one task, so that a slow database occupies one thread and one connection. */
  private void startTask() {
    if (!pending.isEmpty() && writing.compareAndSet(false, true)) {
      try {
        executor.execute(this::writePending);
      } catch (RejectedExecutionException shuttingDown) {
        LOG.log(Level.FINE, "The last use of API keys is no longer stored", shuttingDown);
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
    startTask();
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
