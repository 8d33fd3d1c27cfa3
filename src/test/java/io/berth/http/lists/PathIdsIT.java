package io.berth.http.lists;

import io.berth.testing.ApiClient;
import io.berth.testing.TestTenant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that malformed ids in paths are refused. */
class PathIdsIT {
  private final ApiClient client = TestTenant.create().owner();

  static Stream<Arguments> malformedIds() {
    return ListsIT.LISTS.stream()
        .flatMap(
            list ->
                Stream.of(
                        "nonsense",
                        "1",
                        "01a20e1f44d576488 0c0f30a359a78fd".replace(" ", ""),
                        "1-1-1-1-1",
                        "%7B01a20e1f-44d5-7648-80c0-f30a359a78fd%7D",
                        "01a20e1f-44d5-7648-80c0-f30a359a78fg",
                        "01a20e1f-44d5-7648-80c0-f30a359a78fd%20",
                        "%F0%9F%98%80")
                    .map(id -> Arguments.of(list, id)));
  }

  /** Without users, which are read-only. */
  static Stream<Arguments> malformedIdsOfMutableLists() {
    return malformedIds().filter(row -> !row.get()[0].equals("/users"));
  }

  @ParameterizedTest
  @MethodSource("malformedIds")
  void refuses_get_with_a_malformed_id(String list, String id) {
    client.get(list + "/" + id).refusedAt("id", 400, "invalid_value");
  }

  @ParameterizedTest
  @MethodSource("malformedIdsOfMutableLists")
  void refuses_delete_with_a_malformed_id(String list, String id) {
    client.delete(list + "/" + id).refusedAt("id", 400, "invalid_value");
  }

  @ParameterizedTest
  @MethodSource("malformedIdsOfMutableLists")
  void refuses_put_with_a_malformed_id(String list, String id) {
    client.put(list + "/" + id, List.of()).refusedAt("id", 400, "invalid_value");
  }
}
