package io.berth.inventory.tags;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.Concurrently;
import io.berth.testing.JsonBody;
import io.berth.testing.Sql;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Concurrent tag assignments, with entities and tags deleted meanwhile. */
class AssignmentRacesIT {
  private static final int ROUNDS = 5;

  private final TestTenant tenant = TestTenant.create();
  private final ApiClient client = tenant.owner();
  private final TestNetwork network = tenant.network();
  private final String tag = tenant.tag("a");

  /** The types of entities that can be tagged, each with its path and how to create it. */
  private enum Kind {
    HOST("Host", "hosts", (tenant, network) -> network.host().id()),
    SERVICE("Service", "services", (tenant, network) -> network.host().service("web")),
    SUBNET("Subnet", "subnets", (tenant, network) -> network.subnet(network.address() + "/32")),
    NETWORK("Network", "networks", (tenant, network) -> tenant.network().id());

    private final String type;
    private final String path;
    private final BiFunction<TestTenant, TestNetwork, String> create;

    Kind(String type, String path, BiFunction<TestTenant, TestNetwork, String> create) {
      this.type = type;
      this.path = path;
      this.create = create;
    }
  }

  private String create(Kind kind) {
    return kind.create.apply(tenant, network);
  }

  private ApiResponse add(Kind kind, List<String> ids) {
    return client.post(
        "/tags/assign/bulk-add",
        JsonBody.of("entity_type", kind.type, "entity_ids", ids, "tag_id", tag));
  }

  private ApiResponse set(Kind kind, String id, String... tags) {
    return client.put(
        "/tags/assign",
        JsonBody.of("entity_type", kind.type, "entity_id", id, "tag_ids", List.of(tags)));
  }

  private static long orphans() {
    return Sql.number(
        "select count(*) from tag_assignment a where not exists"
            + " (select 1 from tag t where t.id = a.tag_id)"
            + " or a.host_id is not null"
            + " and not exists (select 1 from host e where e.id = a.host_id)"
            + " or a.service_id is not null"
            + " and not exists (select 1 from service e where e.id = a.service_id)"
            + " or a.subnet_id is not null"
            + " and not exists (select 1 from subnet e where e.id = a.subnet_id)"
            + " or a.network_id is not null"
            + " and not exists (select 1 from network e where e.id = a.network_id)");
  }

  private static int affected(ApiResponse response) {
    return response.data().get("affected_count").asInt();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void adds_the_same_tag_once_in_concurrent_requests(Kind kind) {
    List<String> ids = IntStream.range(0, 4).mapToObj(i -> create(kind)).toList();
    List<String> reversed = new ArrayList<>(ids);
    Collections.reverse(reversed);
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < Concurrently.SIZE; i++) {
      List<String> sent = i % 2 == 0 ? ids : reversed;
      calls.add(() -> affected(add(kind, sent)));
    }
    assertThat(Concurrently.together(calls).stream().mapToInt(n -> n).sum()).isEqualTo(ids.size());
  }

  @Test
  void stores_the_tags_of_one_of_several_concurrent_requests() {
    String host = create(Kind.HOST);
    List<String> tags =
        IntStream.range(0, Concurrently.SIZE).mapToObj(i -> tenant.tag("t" + i)).toList();
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < Concurrently.SIZE; i++) {
      String[] pair = {tags.get(i), tags.get((i + 1) % Concurrently.SIZE)};
      calls.add(() -> set(Kind.HOST, host, pair).status());
    }
    assertThat(Concurrently.together(calls)).containsOnly(200);
    var assigned = client.get("/hosts/" + host).data().get("tags");
    int first = tags.indexOf(assigned.get(0).asText());
    assertThat(assigned).hasSize(2);
    assertThat(assigned.get(1).asText()).isEqualTo(tags.get((first + 1) % Concurrently.SIZE));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void leaves_no_assignment_of_an_entity_deleted_meanwhile(Kind kind) {
    for (int round = 0; round < ROUNDS; round++) {
      List<String> ids = IntStream.range(0, 4).mapToObj(i -> create(kind)).toList();
      List<Callable<Integer>> calls = new ArrayList<>();
      for (String id : ids) {
        calls.add(() -> client.delete("/" + kind.path + "/" + id).status());
        calls.add(() -> add(kind, ids).status());
        calls.add(() -> set(kind, id, tag).status());
      }
      assertThat(Concurrently.together(calls)).isSubsetOf(200, 404);
    }
    assertThat(orphans()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void leaves_no_assignment_of_a_tag_deleted_meanwhile(Kind kind) {
    List<String> ids = IntStream.range(0, 4).mapToObj(i -> create(kind)).toList();
    for (int round = 0; round < ROUNDS; round++) {
      String deleted = tenant.tag("gone");
      set(kind, ids.get(0), deleted).data();
      Callable<Integer> delete = () -> client.delete("/tags/" + deleted).status();
      Stream<Callable<Integer>> sets =
          ids.stream().map(id -> () -> set(kind, id, deleted).status());
      Stream<Callable<Integer>> clears = ids.stream().map(id -> () -> set(kind, id).status());
      assertThat(
              Concurrently.together(
                  Stream.of(Stream.of(delete), sets, clears).flatMap(calls -> calls).toList()))
          .isSubsetOf(200, 400);
    }
    assertThat(orphans()).isZero();
  }

  @Test
  void tags_a_service_that_moves_meanwhile() {
    var from = network.host();
    var to = network.host();
    String service = from.service("web");
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < Concurrently.SIZE; i++) {
      var host = i % 2 == 0 ? to : from;
      calls.add(() -> host.tryReplace(service, "web").status());
      calls.add(() -> set(Kind.SERVICE, service, tag).status());
    }
    assertThat(Concurrently.together(4, calls)).containsOnly(200);
    assertThat(client.get("/services/" + service).data().get("tags")).hasSize(1);
  }
}
