package io.berth.http.lists;

import io.berth.persistence.errors.RetryableFailure;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A list without a limit, which is written while it is read, some at a time: neither the memory it
 * takes nor the time for which it holds a connection grows with it or with a slow reader. Which
 * items it has, and in which order, is decided at once; one that is deleted before its turn is left
 * out, and not counted.
 */
public final class StreamedList<T> implements Iterable<T> {
  /** How many items are read at a time, where each is small. */
  static final int CHUNK = 500;

  private final List<UUID> ids;
  private final Function<List<UUID>, List<T>> views;
  private final int atATime;
  private final AtomicLong total;

  /** All with these ids, read so many at a time, each time in a transaction of its own. */
  public StreamedList(List<UUID> ids, Function<List<UUID>, List<T>> views, int atATime) {
    this(ids, views, atATime, 0);
  }

  private StreamedList(
      List<UUID> ids, Function<List<UUID>, List<T>> views, int atATime, long passedOver) {
    this.ids = ids;
    this.views = views;
    this.atATime = atATime;
    this.total = new AtomicLong(passedOver);
  }

  /** The same from there on. */
  StreamedList<T> from(long offset) {
    int first = (int) Math.min(offset, ids.size());
    return new StreamedList<>(ids.subList(first, ids.size()), views, atATime, first);
  }

  /** Whether it is read in more than one go: then it can fail when its answer has begun. */
  boolean isLong() {
    return ids.size() > atATime;
  }

  /** How many there are: those passed over, and those written until now. */
  AtomicLong total() {
    return total;
  }

  /** Tried a second time if the connection was lost: what is read before stays as it is. */
  private List<T> read(List<UUID> some) {
    try {
      return views.apply(some);
    } catch (RetryableFailure lost) {
      return views.apply(some);
    }
  }

  @Override
  public Iterator<T> iterator() {
    return IntStream.iterate(0, from -> from < ids.size(), from -> from + atATime)
        .mapToObj(from -> ids.subList(from, Math.min(from + atATime, ids.size())))
        .flatMap(some -> read(some).stream())
        .peek(one -> total.incrementAndGet())
        .iterator();
  }
}
