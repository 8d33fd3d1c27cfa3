package io.berth.answers;

import java.util.List;
import java.util.function.Function;

/** One page of a list, and how many there are in all. */
public record Page<T>(List<T> items, long total, PageRequest request) {

  /** The same page of something made from the items as a whole. */
  public <V> Page<V> map(Function<List<T>, List<V>> views) {
    return new Page<>(views.apply(items), total, request);
  }
}
