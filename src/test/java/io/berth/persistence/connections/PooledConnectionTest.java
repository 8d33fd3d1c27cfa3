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

/** When a pooled connection is to be replaced, and what it does when its physical one breaks. */
class PooledConnectionTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final List<Connection> opened = new ArrayList<>();
  private final AtomicBoolean breaksAtBegin = new AtomicBoolean();
  private final AtomicBoolean breaksAtCommit = new AtomicBoolean();
  private final AtomicBoolean answers = new AtomicBoolean(true);

  @AfterEach
  void close() throws SQLException {
    for (Connection connection : opened) {
      connection.close();
    }
  }

  /** A connection to a database in memory that fails when it is told to. */
  private Connection physical() throws SQLException {
    Connection h2 = DriverManager.getConnection("jdbc:h2:mem:");
    opened.add(h2);
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              boolean begins = method.getName().equals("setAutoCommit");
              if (begins && breaksAtBegin.getAndSet(false)
                  || method.getName().equals("commit") && breaksAtCommit.get()) {
                throw new SQLException("Communications link failure", "08S01");
              }
              return method.getName().equals("isValid")
                  ? answers.get()
                  : method.invoke(h2, arguments);
            });
  }

  private Connection pooled(Duration maximumAge) throws SQLException {
    return PooledConnection.open(this::physical, maximumAge);
  }

  private static void refused(Connection connection) {
    assertThatThrownBy(connection::getMetaData)
        .isInstanceOfSatisfying(
            SQLException.class,
            failure ->
                assertThat(SqlErrorKind.of(failure)).isEqualTo(SqlErrorKind.CONNECTION_LOST));
  }

  @Test
  void is_valid_when_it_is_new() throws SQLException {
    Connection connection = pooled(LONG);
    assertThatCode(connection::getMetaData).doesNotThrowAnyException();
  }

  @Test
  void is_not_valid_when_it_has_reached_its_age() throws SQLException {
    Connection connection = pooled(Duration.ZERO);
    refused(connection);
  }

  @Test
  void is_not_valid_after_another_of_its_generation_has_failed() throws SQLException {
    Connection connection = pooled(LONG);
    ConnectionPool.evict(ConnectionPool.generation());
    refused(connection);
  }

  @Test
  void is_valid_after_one_of_an_older_generation_has_failed() throws SQLException {
    long older = ConnectionPool.generation();
    ConnectionPool.evict(older);
    Connection connection = pooled(LONG);
    ConnectionPool.evict(older);
    assertThatCode(connection::getMetaData).doesNotThrowAnyException();
  }

  @Test
  void is_asked_whether_it_answers_when_it_was_idle() throws SQLException {
    Connection connection = pooled(LONG);
    answers.set(false);
    assertThatCode(connection::getMetaData).doesNotThrowAnyException();
    long begin = System.nanoTime();
    await().until(() -> System.nanoTime() - begin > Duration.ofMillis(600).toNanos());
    refused(connection);
  }

  @Test
  void begins_a_transaction_on_a_new_one_if_the_old_one_breaks() throws SQLException {
    Connection connection = pooled(LONG);
    breaksAtBegin.set(true);
    connection.setAutoCommit(false);
    assertThat(opened).hasSize(2);
    assertThat(connection.getAutoCommit()).isFalse();
  }

  @Test
  void is_replaced_but_fails_nothing_if_it_breaks_after_a_commit() throws SQLException {
    Connection connection = pooled(LONG);
    connection.setAutoCommit(false);
    connection.commit();
    breaksAtBegin.set(true);
    assertThatCode(() -> connection.setAutoCommit(true)).doesNotThrowAnyException();
    refused(connection);
  }

  @Test
  void tells_once_why_a_commit_failed() throws SQLException {
    Connection connection = pooled(LONG);
    connection.setAutoCommit(false);
    breaksAtCommit.set(true);
    assertThatThrownBy(connection::commit).hasMessage("Communications link failure");
    connection.setAutoCommit(true);
    assertThat(PooledConnection.takeCommitFailure()).isPresent();
    assertThat(PooledConnection.takeCommitFailure()).isEmpty();
  }

  @Test
  void tells_nothing_of_a_commit_before_the_last_transaction() throws SQLException {
    Connection connection = pooled(LONG);
    connection.setAutoCommit(false);
    breaksAtCommit.set(true);
    assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
    pooled(LONG).setAutoCommit(false);
    assertThat(PooledConnection.takeCommitFailure()).isEmpty();
  }
}
