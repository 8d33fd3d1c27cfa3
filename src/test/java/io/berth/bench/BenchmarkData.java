package io.berth.bench;

import io.berth.bench.HostWithFreePorts.Movable;
import io.berth.bench.HostWithFreePorts.Pair;
import io.berth.testing.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The data that is loaded before the measurements. One organization has the big hosts and all
 * services that are listed; another has the small hosts.
 */
final class BenchmarkData {
  static final int BIG_HOSTS = 100;
  static final int SERVICES = 1000;
  static final int SMALL_HOSTS = 20_000;

  /** Services of each big host whose bindings can be replaced: its last ones. */
  private static final int MOVABLE_SERVICES = 50;

  /**
   * Pairs of free ports of each big host: a measurement creates at most this number of services on
   * it.
   */
  private static final int FREE_PAIRS = 150;

  private static final int BULK_HOSTS = 64;

  final List<UUID> services = new ArrayList<>();
  final List<HostWithFreePorts> bigHosts = new ArrayList<>();
  final List<HostWithFreePorts> smallHosts = new ArrayList<>();
  final List<List<Movable>> movableServices = new ArrayList<>();

  /** Hosts without services; they have as many ports as a bulk delete has services. */
  final List<UUID> bulkHosts = new ArrayList<>();

  final List<List<UUID>> bulkPorts = new ArrayList<>();

  /** Inserts the data without Berth. */
  static BenchmarkData load(Database database, BenchmarkOwner bigOwner, BenchmarkOwner smallOwner)
      throws SQLException {
    BenchmarkData data = new BenchmarkData();
    try (BatchInserts rows = new BatchInserts(database.connect(), bigOwner.network())) {
      for (int i = 0; i < BIG_HOSTS; i++) {
        data.addBig(rows);
      }
    }
    try (BatchInserts rows = new BatchInserts(database.connect(), smallOwner.network())) {
      for (int i = 0; i < SMALL_HOSTS; i++) {
        data.addSmall(rows);
      }
      for (int i = 0; i < BULK_HOSTS; i++) {
        data.addBulk(rows);
      }
    }
    return data;
  }

  private void addBig(BatchInserts rows) throws SQLException {
    UUID host = rows.host();
    int port = 1;
    List<Movable> movables = new ArrayList<>();
    for (int position = 0; position < SERVICES; position++) {
      UUID service = rows.service(host, position);
      services.add(service);
      UUID ownPort = rows.port(host, port++);
      rows.bind(service, host, ownPort);
      if (position >= SERVICES - MOVABLE_SERVICES) {
        Pair first = new Pair(ownPort, rows.port(host, port++));
        rows.bind(service, host, first.other());
        Pair second = new Pair(rows.port(host, port++), rows.port(host, port++));
        movables.add(new Movable(host, service, first, second));
      }
    }
    List<Pair> free = new ArrayList<>();
    for (int i = 0; i < FREE_PAIRS; i++) {
      free.add(new Pair(rows.port(host, port++), rows.port(host, port++)));
    }
    bigHosts.add(new HostWithFreePorts(host, free));
    movableServices.add(movables);
  }

  private void addSmall(BatchInserts rows) throws SQLException {
    UUID host = rows.host();
    UUID service = rows.service(host, 0);
    rows.bind(service, host, rows.port(host, 1));
    smallHosts.add(
        new HostWithFreePorts(host, List.of(new Pair(rows.port(host, 2), rows.port(host, 3)))));
  }

  private void addBulk(BatchInserts rows) throws SQLException {
    UUID host = rows.host();
    List<UUID> ports = new ArrayList<>();
    for (int number = 1; number <= SERVICES; number++) {
      ports.add(rows.port(host, number));
    }
    bulkHosts.add(host);
    bulkPorts.add(ports);
  }
}
