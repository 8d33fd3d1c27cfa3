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

/** Inserts rows in batches, as Berth does; parent rows are written before their child rows. */
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
  private static final byte[] ALL_INTERFACES = new byte[16];

  private final Connection connection;
  private final UUID network;
  private final List<PreparedStatement> statements;
  private int pending;
  private long time = now();

  /** Inserts into the network on this connection, which {@link #close} closes. */
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
    byte[] portId = bytes(port);
    return new Object[] {
      bytes(StoredEntity.newId()),
      bytes(service),
      bytes(host),
      bytes(network),
      portId,
      ALL_INTERFACES,
      portId,
      time,
      time
    };
  }

  private void add(int statement, Object... values) throws SQLException {
    set(statements.get(statement), values);
    statements.get(statement).addBatch();
    if (++pending == BATCH) {
      flush();
    }
  }

  private void flush() throws SQLException {
    for (PreparedStatement statement : statements) {
      statement.executeBatch();
    }
    connection.commit();
    pending = 0;
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

  /** The current time in microseconds since the epoch, the unit of the schema. */
  static long now() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }
}
