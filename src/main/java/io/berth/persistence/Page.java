package io.berth.persistence;

import java.util.List;
import java.util.function.Function;

/** A page of a list, and the number of items of the whole list. */
public record Page<T>(List<T> items, long total, PageSpec spec) {

  /** Maps all items in one call, so that the function can load related data at once. */
  public <V> Page<V> map(Function<List<T>, List<V>> views) {
    return new Page<>(views.apply(items), total, spec);
  }
}
