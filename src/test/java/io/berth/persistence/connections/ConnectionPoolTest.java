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
  void counts_a_transaction_that_waits() throws SQLException {
    Supplier<Connection> pool =
        () -> {
          assertThat(ConnectionPool.waiting()).isEqualTo(1);
          return connection();
        };
    try (Connection acquired = ConnectionPool.waitFor(pool)) {
      assertThat(acquired.isValid(1)).isTrue();
      assertThat(ConnectionPool.waiting()).isZero();
    }
  }

  @Test
  void does_not_count_a_failed_wait() {
    Supplier<Connection> empty =
        () -> {
          throw new IllegalStateException("none left");
        };
    assertThatThrownBy(() -> ConnectionPool.waitFor(empty)).hasMessage("none left");
    assertThat(ConnectionPool.waiting()).isZero();
  }

  @Test
  void counts_a_connection_until_it_is_closed() throws SQLException {
    int before = ConnectionPool.open();
    Connection physical = ConnectionPool.register(connection());
    assertThat(ConnectionPool.open()).isEqualTo(before + 1);
    physical.close();
    assertThat(ConnectionPool.open()).isEqualTo(before);
  }
}
