package io.berth.http.lists;

import io.berth.persistence.errors.RetryableFailure;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A list without a limit, read and written in chunks, so that neither its memory nor the time for
 * which it holds a connection grows with its length or with a slow client. Its ids and their order
 * are fixed at the start; an item that is deleted before it is read is left out, and not counted.
 */
public final class StreamedList<T> implements Iterable<T> {
  /** The number of items that are read at a time if each is small. */
  static final int CHUNK = 500;

  private final List<UUID> ids;
  private final Function<List<UUID>, List<T>> views;
  private final int chunkSize;
  private final AtomicLong total;

  /** Reads the items with these ids in chunks, each in its own transaction. */
  public StreamedList(List<UUID> ids, Function<List<UUID>, List<T>> views, int chunkSize) {
    this(ids, views, chunkSize, 0);
  }

  private StreamedList(
      List<UUID> ids, Function<List<UUID>, List<T>> views, int chunkSize, long skipped) {
    this.ids = ids;
    this.views = views;
    this.chunkSize = chunkSize;
    this.total = new AtomicLong(skipped);
  }

  /** The part of the list from this offset. */
  StreamedList<T> from(long offset) {
    int first = (int) Math.min(offset, ids.size());
    return new StreamedList<>(ids.subList(first, ids.size()), views, chunkSize, first);
  }

  /** Whether it has more than one chunk: then it can fail after the response has started. */
  boolean isLong() {
    return ids.size() > chunkSize;
  }

  /** The number of items skipped by the offset and written until now. */
  AtomicLong total() {
    return total;
  }

  /** Retries a chunk once after a lost connection; earlier chunks are not read again. */
  private List<T> read(List<UUID> chunk) {
    try {
      return views.apply(chunk);
    } catch (RetryableFailure lost) {
      return views.apply(chunk);
    }
  }

  @Override
  public Iterator<T> iterator() {
    return IntStream.iterate(0, from -> from < ids.size(), from -> from + chunkSize)
        .mapToObj(from -> ids.subList(from, Math.min(from + chunkSize, ids.size())))
        .flatMap(chunk -> read(chunk).stream())
        .peek(item -> total.incrementAndGet())
        .iterator();
  }
}
