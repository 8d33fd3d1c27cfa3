package io.berth.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EverythingTest {
  private final List<UUID> ids = LongStream.range(0, 7).mapToObj(i -> new UUID(0, i)).toList();
  private final List<Integer> sizes = new ArrayList<>();

  private Everything<String> all(Function<UUID, String> name) {
    return new Everything<>(
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
    assertThat(Json.MAPPER.writeValueAsString(List.of(all, pagination)))
        .isEqualTo(
            "[[\"even\",\"even\",\"even\",\"even\"],"
                + "{\"total_count\":4,\"limit\":0,\"offset\":0,\"has_more\":false}]");
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
