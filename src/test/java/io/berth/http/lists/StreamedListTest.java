package io.berth.http.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.berth.http.json.JsonProvider;
import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StreamedListTest {
  private final List<UUID> ids = LongStream.range(0, 7).mapToObj(i -> new UUID(0, i)).toList();
  private final List<Integer> sizes = new ArrayList<>();

  private StreamedList<String> all(Function<UUID, String> name) {
    return new StreamedList<>(
        ids,
        chunk -> {
          sizes.add(chunk.size());
          return chunk.stream().map(name).filter(n -> !n.isEmpty()).toList();
        },
        3);
  }

  @Test
  void reads_in_chunks_and_keeps_the_order() {
    assertThat(all(UUID::toString))
        .containsExactlyElementsOf(ids.stream().map(UUID::toString).toList());
    assertThat(sizes).containsExactly(3, 3, 1);
  }

  @Test
  void reads_a_chunk_only_when_it_is_needed() {
    var iterator = all(UUID::toString).iterator();
    for (int i = 0; i < 3; i++) {
      iterator.next();
    }
    assertThat(sizes).containsExactly(3);
  }

  @Test
  void counts_only_items_that_were_written() throws JsonProcessingException {
    var all = all(id -> id.getLeastSignificantBits() % 2 == 0 ? "even" : "");
    var pagination = new Envelope.Pagination(all.total(), 0, 0, false);
    assertThat(JsonProvider.MAPPER.writeValueAsString(List.of(all, pagination)))
        .isEqualTo(
            "[[\"even\",\"even\",\"even\",\"even\"],"
                + "{\"total_count\":4,\"limit\":0,\"offset\":0,\"has_more\":false}]");
  }

  @Test
  void throws_a_failure_of_the_first_chunk_and_writes_nothing() {
    var all =
        all(
            id -> {
              throw new Refusal(Reason.UNAVAILABLE, "gone");
            });
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    assertThatThrownBy(() -> write(List.of(all), body)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> Csv.write(String.class, all, body)).isInstanceOf(Refusal.class);
    assertThat(body.size()).isZero();
  }

  @Test
  void leaves_a_malformed_file_after_a_later_failure() {
    var all =
        new StreamedList<>(
            ids,
            chunk -> {
              if (chunk.size() < 3) {
                throw new Refusal(Reason.UNAVAILABLE, "gone");
              }
              return chunk.stream().map(Named::new).toList();
            },
            3);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    assertThatThrownBy(() -> Csv.write(Named.class, all, body)).isInstanceOf(Refusal.class);
    assertThat(body.toString(StandardCharsets.UTF_8))
        .startsWith("id\r\n" + ids.get(0) + "\r\n")
        .endsWith(ids.get(5) + "\r\n\"This file is incomplete.");
  }

  record Named(UUID id) {}

  private static void write(Object value, OutputStream body) throws IOException {
    new JsonProvider()
        .writeTo(
            value,
            List.class,
            List.class,
            null,
            MediaType.APPLICATION_JSON_TYPE,
            new MultivaluedHashMap<>(),
            body);
  }

  @Test
  void is_long_if_it_has_more_than_one_chunk() {
    assertThat(all(UUID::toString).isLong()).isTrue();
    assertThat(all(UUID::toString).from(4).isLong()).isFalse();
  }

  @Test
  void counts_skipped_items() {
    var remaining = all(UUID::toString).from(5);
    assertThat(remaining).hasSize(2);
    assertThat(remaining.total().get()).isEqualTo(7);
  }

  @Test
  void is_empty_beyond_the_end() {
    var remaining = all(UUID::toString).from(999_999_999_999L);
    assertThat(remaining).isEmpty();
    assertThat(remaining.total().get()).isEqualTo(7);
  }
}
