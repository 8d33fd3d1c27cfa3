package io.berth.persistence.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ConnectionPoolTest {
  private static Connection connection() {
    try {
      return DriverManager.getConnection("jdbc:h2:mem:");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void who_wants_a_connection_waits_until_there_is_one() throws SQLException {
    Supplier<Connection> pool =
        () -> {
          assertThat(ConnectionPool.waiting()).isEqualTo(1);
          return connection();
        };
    try (Connection taken = ConnectionPool.waitFor(pool)) {
      assertThat(taken.isValid(1)).isTrue();
      assertThat(ConnectionPool.waiting()).isZero();
    }
  }

  @Test
  void who_gets_none_does_not_wait_any_more() {
    Supplier<Connection> empty =
        () -> {
          throw new IllegalStateException("none left");
        };
    assertThatThrownBy(() -> ConnectionPool.waitFor(empty)).hasMessage("none left");
    assertThat(ConnectionPool.waiting()).isZero();
  }

  @Test
  void a_connection_is_open_until_it_is_closed() throws SQLException {
    int before = ConnectionPool.open();
    Connection physical = ConnectionPool.opened(connection());
    assertThat(ConnectionPool.open()).isEqualTo(before + 1);
    physical.close();
    assertThat(ConnectionPool.open()).isEqualTo(before);
  }
}
