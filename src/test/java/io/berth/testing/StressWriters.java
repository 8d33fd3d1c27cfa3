package io.berth.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Concurrent writers that call all write operations on the services of a few hosts, in an order
 * that a seed determines for each writer. They share the ids of what they created, so that they
 * conflict.
 */
public final class StressWriters {
  /** The outcome of a request without a response. */
  public static final String NO_RESPONSE = "no response";

  private final List<Place> places = new ArrayList<>();
  private final List<String> services = new CopyOnWriteArrayList<>();
  private final List<String> bindings = new CopyOnWriteArrayList<>();
  private final List<String> otherHosts = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> outcomes = new ConcurrentHashMap<>();

  /** A host with the ids of its ports and interfaces, which change during the run. */
  private record Place(TestHost host, List<String> ports, List<String> interfaces) {
    Place through(ApiClient node) {
      return new Place(host.through(node), ports, interfaces);
    }
  }

  public StressWriters(List<TestHost> hosts, int portsEach, int interfacesEach) {
    for (TestHost host : hosts) {
      Place place = new Place(host, new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
      for (int i = 1; i <= portsEach; i++) {
        place.ports.add(host.port(i));
      }
      for (int i = 0; i < interfacesEach; i++) {
        place.interfaces.add(host.iface());
      }
      places.add(place);
    }
  }

  /**
   * Runs the writers, distributed over these nodes; returns the number of responses by status and
   * code. A writer stops when its node sends no response.
   */
  public Map<String, Integer> run(int writers, int writes, long seed, List<ApiClient> nodes) {
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (int writer = 0; writer < writers; writer++) {
      Random random = new Random(seed + writer);
      int share = writes / writers + (writer < writes % writers ? 1 : 0);
      Writer client = new Writer(nodes.get(writer % nodes.size()));
      calls.add(() -> client.write(random, share));
    }
    Concurrently.together(writers, calls);
    return new TreeMap<>(outcomes);
  }

  public int completedWrites() {
    return outcomes.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static String anyOf(Random random, List<String> known) {
    Object[] now = known.toArray();
    return now.length == 0
        ? "00000000-0000-4000-8000-000000000000"
        : now[random.nextInt(now.length)].toString();
  }

  private static List<String> threeOf(Random random, List<String> known) {
    return List.of(anyOf(random, known), anyOf(random, known), anyOf(random, known));
  }

  private static Object[] anyBindings(Random random, Place at) {
    Object[] bindings = new Object[random.nextInt(4)];
    for (int i = 0; i < bindings.length; i++) {
      bindings[i] = anyBinding(random, at);
    }
    return bindings;
  }

  private static Map<String, Object> anyBinding(Random random, Place at) {
    return switch (random.nextInt(6)) {
      case 0 -> TestHost.onInterface(anyOf(random, at.interfaces));
      case 1 -> TestHost.onPort(anyOf(random, at.ports));
      default -> TestHost.onPort(anyOf(random, at.ports), anyOf(random, at.interfaces));
    };
  }

  /** A writer that sends all requests to one node. */
  private final class Writer {
    private final ApiClient client;
    private final List<Place> ownPlaces;

    Writer(ApiClient client) {
      this.client = client;
      this.ownPlaces = places.stream().map(place -> place.through(client)).toList();
    }

    boolean write(Random random, int share) {
      for (int i = 0; i < share; i++) {
        String outcome = outcome(random);
        outcomes.merge(outcome, 1, Integer::sum);
        if (outcome.equals(NO_RESPONSE)) {
          return false;
        }
      }
      return true;
    }

    private String outcome(Random random) {
      try {
        ApiResponse response = anyWrite(random);
        return (response.status() + " " + response.code()).strip();
      } catch (ApiClient.NoResponseException noResponse) {
        return NO_RESPONSE;
      }
    }

    private ApiResponse anyWrite(Random random) {
      int dice = random.nextInt(105);
      if (dice >= 100) {
        return writeHost(random, dice);
      }
      if (dice < 30 || services.isEmpty()) {
        Place at = anyPlace(random);
        return keepIds(at.host.tryService("s" + dice, anyBindings(random, at)));
      }
      if (dice < 55) {
        Place to = anyPlace(random);
        return keepIds(
            to.host.tryReplace(anyOf(random, services), "r" + dice, anyBindings(random, to)));
      }
      if (dice < 70) {
        Place to = anyPlace(random);
        return keepIds(to.host.tryBind(anyOf(random, services), anyBinding(random, to)));
      }
      if (dice < 80) {
        Place to = anyPlace(random);
        Map<String, Object> body =
            to.host.bindingBody(anyOf(random, services), anyBinding(random, to));
        return client.put("/bindings/" + anyOf(random, bindings), body);
      }
      return dice < 94 ? deleteServicesOrBindings(random, dice) : writeTarget(random, dice);
    }

    /** Creates a host with its lists, replaces one, or consolidates two. */
    private ApiResponse writeHost(Random random, int dice) {
      Place at = anyPlace(random);
      HostContents lists = HostContents.of(at.host.network(), 2, 3);
      return switch (dice) {
        case 100, 101 ->
            keepId(
                client.post("/hosts", lists.in(at.host.network().hostBody("extra"))), otherHosts);
        case 102 ->
            client.put(
                "/hosts/" + anyOf(random, otherHosts),
                lists.in(Map.of("name", "e", "hidden", false)));
        case 103 ->
            client.put(
                "/hosts/" + at.host.id(),
                Map.of("name", "h", "hidden", false, "services", serviceEntries(random, at)));
        default ->
            client.put(
                "/hosts/%s/consolidate/%s".formatted(at.host.id(), anyOf(random, otherHosts)),
                "{}");
      };
    }

    private List<Object> serviceEntries(Random random, Place at) {
      return List.of(
          HostContents.service(anyOf(random, services), "l", anyBindings(random, at)),
          HostContents.service(HostContents.newId(), "l", anyBindings(random, at)));
    }

    private ApiResponse deleteServicesOrBindings(Random random, int dice) {
      if (dice < 84) {
        return client.delete("/services/" + anyOf(random, services));
      }
      if (dice < 87) {
        return client.post("/services/bulk-delete", threeOf(random, services));
      }
      return dice < 92
          ? client.delete("/bindings/" + anyOf(random, bindings))
          : client.post("/bindings/bulk-delete", threeOf(random, bindings));
    }

    /** Deletes or creates a port or an interface. */
    private ApiResponse writeTarget(Random random, int dice) {
      Place at = anyPlace(random);
      return switch (dice) {
        case 94 -> client.delete("/ports/" + anyOf(random, at.ports));
        case 95 -> client.delete("/interfaces/" + anyOf(random, at.interfaces));
        case 96, 97 -> keepId(at.host.tryPort(100 + random.nextInt(60_000)), at.ports);
        default -> keepId(at.host.tryIface(), at.interfaces);
      };
    }

    private ApiResponse keepIds(ApiResponse response) {
      if (response.status() == 200) {
        boolean service = response.data().has("bindings");
        keepId(response, service ? services : bindings);
        response.data().path("bindings").forEach(b -> bindings.add(b.get("id").asText()));
      }
      return response;
    }

    private static ApiResponse keepId(ApiResponse response, List<String> known) {
      if (response.status() == 200) {
        known.add(response.id());
      }
      return response;
    }

    private Place anyPlace(Random random) {
      return ownPlaces.get(random.nextInt(ownPlaces.size()));
    }
  }
}
