package io.berth.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;

/**
 * What a transaction has loaded for one rule and needs again for the next, or to write. A key is a
 * record that names what was loaded; nothing of it may be written before its last use.
 */
@ApplicationScoped
public class TransactionCache {
  @Resource private TransactionSynchronizationRegistry transaction;

  /** The value that this transaction has for the key; loads it at the first use. */
  @SuppressWarnings("unchecked")
  public <T> T get(Record key, Supplier<T> loader) {
    T known = (T) transaction.getResource(key);
    if (known == null) {
      known = loader.get();
      transaction.putResource(key, known);
    }
    return known;
  }
}
