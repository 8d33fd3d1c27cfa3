package io.berth.http.lists;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.berth.persistence.ListFilter;
import io.berth.persistence.ListUseCases;
import io.berth.persistence.Page;
import io.berth.persistence.PageSpec;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** The body of every successful response. */
public record Envelope<T>(boolean success, T data, Meta meta) {

  /** The API version, and the page where there is one. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Meta(int apiVersion, String serverVersion, Pagination pagination) {
    public static final Meta PLAIN =
        new Meta(
            1, ConfigProvider.getConfig().getValue("berth.server.version", String.class), null);
  }

  /**
   * The position of a page in its list; the total of a streamed list is known only when it is
   * written.
   */
  public record Pagination(Number totalCount, long limit, long offset, boolean hasMore) {}

  public record BulkDeletion(int deletedCount, int requestedCount) {}

  public static <T> Envelope<T> of(T data) {
    return new Envelope<>(true, data, Meta.PLAIN);
  }

  public static Envelope<Void> empty() {
    return new Envelope<>(true, null, Meta.PLAIN);
  }

  /** A bulk delete: the number of rows deleted, and the number of ids in the request. */
  public static Envelope<BulkDeletion> deleted(int count, List<UUID> ids) {
    return of(new BulkDeletion(count, ids.size()));
  }

  public static <T> Envelope<Iterable<T>> of(Page<T> page) {
    PageSpec spec = page.spec();
    boolean more = !spec.isUnlimited() && spec.offset() + page.items().size() < page.total();
    return of(page.items(), new Pagination(page.total(), spec.limit(), spec.offset(), more));
  }

  /** The page that the filter requests, or the whole list as a stream if it has no limit. */
  public static <F extends ListFilter, V> Envelope<Iterable<V>> list(
      ListUseCases<?, F, V> entities, F filter) {
    return list(entities, filter, StreamedList.CHUNK);
  }

  /** Reads at most {@code chunk} items of a whole list at a time. */
  public static <F extends ListFilter, V> Envelope<Iterable<V>> list(
      ListUseCases<?, F, V> entities, F filter, int chunk) {
    PageSpec spec = filter.page();
    if (!spec.isUnlimited()) {
      return of(entities.list(filter));
    }
    StreamedList<V> items =
        new StreamedList<>(entities.findAll(filter), entities::getAll, chunk).from(spec.offset());
    return of(items, new Pagination(items.total(), 0, spec.offset(), false));
  }

  private static <T> Envelope<Iterable<T>> of(Iterable<T> items, Pagination pagination) {
    return new Envelope<>(
        true, items, new Meta(Meta.PLAIN.apiVersion(), Meta.PLAIN.serverVersion(), pagination));
  }
}
