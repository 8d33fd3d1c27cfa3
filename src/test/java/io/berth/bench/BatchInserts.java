package io.berth.bench;

import io.berth.persistence.StoredEntity;
import io.berth.persistence.UuidConverter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Writes rows as Berth does, in batches of many; parents go before their children. */
final class BatchInserts implements AutoCloseable {
  static final String SERVICE =
      "insert into service (id, network_id, host_id, service_definition, name, source, position,"
          + " created_at, updated_at) values (?, ?, ?, 'Web', ?, 'MANUAL', ?, ?, ?)";
  static final String BINDING =
      "insert into binding (id, service_id, host_id, network_id, port_id, interface_or_all,"
          + " port_or_none, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String HOST =
      "insert into host (id, network_id, name, hidden, source, created_at, updated_at)"
          + " values (?, ?, 'bench', false, 'MANUAL', ?, ?)";
  private static final String PORT =
      "insert into port (id, network_id, host_id, number, protocol, created_at, updated_at)"
          + " values (?, ?, ?, ?, 'TCP', ?, ?)";
  private static final int BATCH = 4000;
  private static final UuidConverter UUIDS = new UuidConverter();
  private static final byte[] ALL = new byte[16];

  private final Connection connection;
  private final UUID network;
  private final List<PreparedStatement> statements;
  private int waiting;
  private long time = now();

  /** Writes to the network on this connection, which it closes. */
  BatchInserts(Connection connection, UUID network) throws SQLException {
    this.connection = connection;
    this.network = network;
    connection.setAutoCommit(false);
    this.statements =
        List.of(
            connection.prepareStatement(HOST),
            connection.prepareStatement(PORT),
            connection.prepareStatement(SERVICE),
            connection.prepareStatement(BINDING));
  }

  UUID host() throws SQLException {
    UUID id = StoredEntity.newId();
    add(0, bytes(id), bytes(network), ++time, time);
    return id;
  }

  UUID port(UUID host, int number) throws SQLException {
    UUID id = StoredEntity.newId();
    add(1, bytes(id), bytes(network), bytes(host), number, ++time, time);
    return id;
  }

  UUID service(UUID host, int position) throws SQLException {
    UUID id = StoredEntity.newId();
    add(2, service(id, network, host, position, ++time));
    return id;
  }

  void bind(UUID service, UUID host, UUID port) throws SQLException {
    add(3, binding(service, network, host, port, ++time));
  }

  static Object[] service(UUID id, UUID network, UUID host, int position, long time) {
    return new Object[] {bytes(id), bytes(network), bytes(host), "bench", position, time, time};
  }

  /** A binding to a port on all interfaces. */
  static Object[] binding(UUID service, UUID network, UUID host, UUID port, long time) {
    byte[] on = bytes(port);
    return new Object[] {
      bytes(StoredEntity.newId()),
      bytes(service),
      bytes(host),
      bytes(network),
      on,
      ALL,
      on,
      time,
      time
    };
  }

  private void add(int statement, Object... values) throws SQLException {
    set(statements.get(statement), values);
    statements.get(statement).addBatch();
    if (++waiting == BATCH) {
      flush();
    }
  }

  private void flush() throws SQLException {
    for (PreparedStatement statement : statements) {
      statement.executeBatch();
    }
    connection.commit();
    waiting = 0;
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      flush();
    }
  }

  static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  static byte[] bytes(UUID id) {
    return UUIDS.convertToDatabaseColumn(id);
  }

  /** The present in microseconds, as the schema keeps it. */
  static long now() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }
}
