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
 * Many writers who do all that can be done to the services of a few hosts, in an order that a seed
 * decides for each of them. They share what they have made, so that they meet.
 */
public final class StressWriters {
  /** How an outcome is told where the node did not answer. */
  public static final String SILENCE = "silence";

  private final List<Place> places = new ArrayList<>();
  private final List<String> services = new CopyOnWriteArrayList<>();
  private final List<String> bindings = new CopyOnWriteArrayList<>();
  private final List<String> extras = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> answers = new ConcurrentHashMap<>();

  /** A host with what there is to bind to, which changes. */
  private record Place(TestHost host, List<String> ports, List<String> interfaces) {
    Place through(ApiClient node) {
      return new Place(host.through(node), ports, interfaces);
    }
  }

  /** Writers over these hosts of one network. */
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
   * Lets so many writers write, in turns through these nodes; answers how often each status and
   * code was seen. A writer whose node does not answer any more ends.
   */
  public Map<String, Integer> run(int writers, int writes, long seed, List<ApiClient> nodes) {
    List<Callable<Boolean>> all = new ArrayList<>();
    for (int writer = 0; writer < writers; writer++) {
      Random random = new Random(seed + writer);
      int share = writes / writers + (writer < writes % writers ? 1 : 0);
      Writer one = new Writer(nodes.get(writer % nodes.size()));
      all.add(() -> one.write(random, share));
    }
    Concurrently.together(writers, all);
    return new TreeMap<>(answers);
  }

  /** How many writes were answered until now. */
  public int answered() {
    return answers.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static String one(Random random, List<String> known) {
    Object[] now = known.toArray();
    return now.length == 0
        ? "00000000-0000-4000-8000-000000000000"
        : now[random.nextInt(now.length)].toString();
  }

  private static List<String> some(Random random, List<String> known) {
    return List.of(one(random, known), one(random, known), one(random, known));
  }

  private static Object[] list(Random random, Place at) {
    Object[] list = new Object[random.nextInt(4)];
    for (int i = 0; i < list.length; i++) {
      list[i] = binding(random, at);
    }
    return list;
  }

  private static Map<String, Object> binding(Random random, Place at) {
    return switch (random.nextInt(6)) {
      case 0 -> TestHost.onInterface(one(random, at.interfaces));
      case 1 -> TestHost.onPort(one(random, at.ports));
      default -> TestHost.onPort(one(random, at.ports), one(random, at.interfaces));
    };
  }

  /** One who writes through one node. */
  private final class Writer {
    private final ApiClient client;
    private final List<Place> here;

    Writer(ApiClient client) {
      this.client = client;
      this.here = places.stream().map(place -> place.through(client)).toList();
    }

    boolean write(Random random, int share) {
      for (int i = 0; i < share; i++) {
        String outcome = outcome(random);
        answers.merge(outcome, 1, Integer::sum);
        if (outcome.equals(SILENCE)) {
          return false;
        }
      }
      return true;
    }

    private String outcome(Random random) {
      try {
        ApiResponse answer = any(random);
        return (answer.status() + " " + answer.code()).strip();
      } catch (ApiClient.NoAnswer silence) {
        return SILENCE;
      }
    }

    private ApiResponse any(Random random) {
      int dice = random.nextInt(105);
      if (dice >= 100) {
        return whole(random, dice);
      }
      if (dice < 30 || services.isEmpty()) {
        Place at = place(random);
        return remember(at.host.tryService("s" + dice, list(random, at)));
      }
      if (dice < 55) {
        Place to = place(random);
        return remember(to.host.tryReplace(one(random, services), "r" + dice, list(random, to)));
      }
      if (dice < 70) {
        Place to = place(random);
        return remember(to.host.tryBind(one(random, services), binding(random, to)));
      }
      if (dice < 80) {
        Place to = place(random);
        Map<String, Object> body = to.host.lone(one(random, services), binding(random, to));
        return client.put("/bindings/" + one(random, bindings), body);
      }
      return dice < 94 ? less(random, dice) : shake(random, dice);
    }

    /** Makes a host with what stands on it, writes one anew, or lets one take over another. */
    private ApiResponse whole(Random random, int dice) {
      Place at = place(random);
      HostContents lists = HostContents.of(at.host.network(), 2, 3);
      return switch (dice) {
        case 100, 101 ->
            keep(client.post("/hosts", lists.in(at.host.network().hostBody("extra"))), extras);
        case 102 ->
            client.put(
                "/hosts/" + one(random, extras), lists.in(Map.of("name", "e", "hidden", false)));
        case 103 ->
            client.put(
                "/hosts/" + at.host.id(),
                Map.of("name", "h", "hidden", false, "services", listed(random, at)));
        default ->
            client.put(
                "/hosts/%s/consolidate/%s".formatted(at.host.id(), one(random, extras)), "{}");
      };
    }

    private List<Object> listed(Random random, Place at) {
      return List.of(
          HostContents.service(one(random, services), "l", list(random, at)),
          HostContents.service(HostContents.newId(), "l", list(random, at)));
    }

    private ApiResponse less(Random random, int dice) {
      if (dice < 84) {
        return client.delete("/services/" + one(random, services));
      }
      if (dice < 87) {
        return client.post("/services/bulk-delete", some(random, services));
      }
      return dice < 92
          ? client.delete("/bindings/" + one(random, bindings))
          : client.post("/bindings/bulk-delete", some(random, bindings));
    }

    /** Takes away a port or an interface, or gives one. */
    private ApiResponse shake(Random random, int dice) {
      Place at = place(random);
      return switch (dice) {
        case 94 -> client.delete("/ports/" + one(random, at.ports));
        case 95 -> client.delete("/interfaces/" + one(random, at.interfaces));
        case 96, 97 -> keep(at.host.tryPort(100 + random.nextInt(60_000)), at.ports);
        default -> keep(at.host.tryIface(), at.interfaces);
      };
    }

    private ApiResponse remember(ApiResponse answer) {
      if (answer.status() == 200) {
        boolean whole = answer.data().has("bindings");
        keep(answer, whole ? services : bindings);
        answer.data().path("bindings").forEach(b -> bindings.add(b.get("id").asText()));
      }
      return answer;
    }

    private static ApiResponse keep(ApiResponse answer, List<String> known) {
      if (answer.status() == 200) {
        known.add(answer.id());
      }
      return answer;
    }

    private Place place(Random random) {
      return here.get(random.nextInt(here.size()));
    }
  }
}
