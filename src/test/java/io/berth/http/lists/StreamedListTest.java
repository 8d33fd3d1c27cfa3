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
        some -> {
          sizes.add(some.size());
          return some.stream().map(name).filter(n -> !n.isEmpty()).toList();
        },
        3);
  }

  @Test
  void reads_so_many_at_a_time_and_keeps_the_order() {
    assertThat(all(UUID::toString))
        .containsExactlyElementsOf(ids.stream().map(UUID::toString).toList());
    assertThat(sizes).containsExactly(3, 3, 1);
  }

  @Test
  void reads_the_next_only_when_those_before_are_taken() {
    var iterator = all(UUID::toString).iterator();
    for (int i = 0; i < 3; i++) {
      iterator.next();
    }
    assertThat(sizes).containsExactly(3);
  }

  @Test
  void tells_the_total_of_what_was_written_without_what_went_meanwhile()
      throws JsonProcessingException {
    var all = all(id -> id.getLeastSignificantBits() % 2 == 0 ? "even" : "");
    var pagination = new Envelope.Pagination(all.total(), 0, 0, false);
    assertThat(JsonProvider.MAPPER.writeValueAsString(List.of(all, pagination)))
        .isEqualTo(
            "[[\"even\",\"even\",\"even\",\"even\"],"
                + "{\"total_count\":4,\"limit\":0,\"offset\":0,\"has_more\":false}]");
  }

  @Test
  void tells_a_failure_on_its_way_as_it_is_and_writes_nothing_of_it() {
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
  void leaves_a_file_that_no_reader_takes_when_it_fails_on_its_way() {
    var all =
        new StreamedList<>(
            ids,
            some -> {
              if (some.size() < 3) {
                throw new Refusal(Reason.UNAVAILABLE, "gone");
              }
              return some.stream().map(Named::new).toList();
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
  void is_long_when_one_go_does_not_read_it() {
    assertThat(all(UUID::toString).isLong()).isTrue();
    assertThat(all(UUID::toString).from(4).isLong()).isFalse();
  }

  @Test
  void counts_what_it_passes_over() {
    var rest = all(UUID::toString).from(5);
    assertThat(rest).hasSize(2);
    assertThat(rest.total().get()).isEqualTo(7);
  }

  @Test
  void is_empty_from_behind_the_end() {
    var rest = all(UUID::toString).from(999_999_999_999L);
    assertThat(rest).isEmpty();
    assertThat(rest.total().get()).isEqualTo(7);
  }
}
