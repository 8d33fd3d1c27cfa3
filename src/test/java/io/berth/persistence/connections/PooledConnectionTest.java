package io.berth.persistence.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.berth.persistence.errors.SqlErrorKind;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests when a pooled connection is invalid, and how it handles a broken physical connection. */
class PooledConnectionTest {
  private static final Duration LONG_AGE = Duration.ofHours(1);

  private final List<Connection> opened = new ArrayList<>();
  private final AtomicBoolean failsAtBegin = new AtomicBoolean();
  private final AtomicBoolean failsAtCommit = new AtomicBoolean();
  private final AtomicBoolean responds = new AtomicBoolean(true);

  @AfterEach
  void close() throws SQLException {
    for (Connection connection : opened) {
      connection.close();
    }
  }

  /** An in-memory connection that fails on demand. */
  private Connection physical() throws SQLException {
    Connection h2 = DriverManager.getConnection("jdbc:h2:mem:");
    opened.add(h2);
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              boolean isBegin = method.getName().equals("setAutoCommit");
              if (isBegin && failsAtBegin.getAndSet(false)
                  || method.getName().equals("commit") && failsAtCommit.get()) {
                throw new SQLException("Communications link failure", "08S01");
              }
              return method.getName().equals("isValid")
                  ? responds.get()
                  : method.invoke(h2, arguments);
            });
  }

  private Connection pooled(Duration maxAge) throws SQLException {
    return PooledConnection.open(this::physical, maxAge);
  }

  private static void assertInvalid(Connection connection) {
    assertThatThrownBy(connection::getMetaData)
        .isInstanceOfSatisfying(
            SQLException.class,
            failure ->
                assertThat(SqlErrorKind.of(failure)).isEqualTo(SqlErrorKind.CONNECTION_LOST));
  }

  @Test
  void is_valid_when_it_is_new() throws SQLException {
    Connection connection = pooled(LONG_AGE);
    assertThatCode(connection::getMetaData).doesNotThrowAnyException();
  }

  @Test
  void is_invalid_at_its_maximum_age() throws SQLException {
    Connection connection = pooled(Duration.ZERO);
    assertInvalid(connection);
  }

  @Test
  void is_invalid_after_an_eviction_of_its_generation() throws SQLException {
    Connection connection = pooled(LONG_AGE);
    ConnectionPool.evict(ConnectionPool.generation());
    assertInvalid(connection);
  }

  @Test
  void stays_valid_after_an_eviction_of_an_older_generation() throws SQLException {
    long older = ConnectionPool.generation();
    ConnectionPool.evict(older);
    Connection connection = pooled(LONG_AGE);
    ConnectionPool.evict(older);
    assertThatCode(connection::getMetaData).doesNotThrowAnyException();
  }

  @Test
  void is_tested_after_an_idle_time() throws SQLException {
    Connection connection = pooled(LONG_AGE);
    responds.set(false);
    assertThatCode(connection::getMetaData).doesNotThrowAnyException();
    long start = System.nanoTime();
    await().until(() -> System.nanoTime() - start > Duration.ofMillis(600).toNanos());
    assertInvalid(connection);
  }

  @Test
  void begins_a_transaction_on_a_new_connection_if_the_old_one_breaks() throws SQLException {
    Connection connection = pooled(LONG_AGE);
    failsAtBegin.set(true);
    connection.setAutoCommit(false);
    assertThat(opened).hasSize(2);
    assertThat(connection.getAutoCommit()).isFalse();
  }

  @Test
  void throws_nothing_if_it_breaks_after_a_commit() throws SQLException {
    Connection connection = pooled(LONG_AGE);
    connection.setAutoCommit(false);
    connection.commit();
    failsAtBegin.set(true);
    assertThatCode(() -> connection.setAutoCommit(true)).doesNotThrowAnyException();
    assertInvalid(connection);
  }

  @Test
  void returns_the_failure_of_a_commit_once() throws SQLException {
    Connection connection = pooled(LONG_AGE);
    connection.setAutoCommit(false);
    failsAtCommit.set(true);
    assertThatThrownBy(connection::commit).hasMessage("Communications link failure");
    connection.setAutoCommit(true);
    assertThat(PooledConnection.takeCommitFailure()).isPresent();
    assertThat(PooledConnection.takeCommitFailure()).isEmpty();
  }

  @Test
  void forgets_the_failure_when_a_new_transaction_begins() throws SQLException {
    Connection connection = pooled(LONG_AGE);
    connection.setAutoCommit(false);
    failsAtCommit.set(true);
    assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
    pooled(LONG_AGE).setAutoCommit(false);
    assertThat(PooledConnection.takeCommitFailure()).isEmpty();
  }
}
