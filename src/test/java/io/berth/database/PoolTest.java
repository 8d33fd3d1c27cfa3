package io.berth.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PoolTest {
  private static Connection connection() {
    try {
      return DriverManager.getConnection("jdbc:h2:mem:");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void a_connection_is_in_use_until_it_is_closed_for_the_first_time() throws SQLException {
    Connection taken = Pool.take(PoolTest::connection);
    assertThat(Pool.inUse()).isEqualTo(1);
    taken.close();
    taken.close();
    assertThat(Pool.inUse()).isZero();
    assertThat(taken.isClosed()).isTrue();
  }

  @Test
  void who_takes_a_connection_waits_until_there_is_one() throws SQLException {
    Supplier<Connection> pool =
        () -> {
          assertThat(Pool.waiting()).isEqualTo(1);
          return connection();
        };
    try (Connection taken = Pool.take(pool)) {
      assertThat(taken.isValid(1)).isTrue();
      assertThat(Pool.waiting()).isZero();
    }
  }

  @Test
  void who_gets_none_neither_waits_nor_uses_one() {
    Supplier<Connection> empty =
        () -> {
          throw new IllegalStateException("none left");
        };
    assertThatThrownBy(() -> Pool.take(empty)).hasMessage("none left");
    assertThat(Pool.waiting()).isZero();
    assertThat(Pool.inUse()).isZero();
  }

  @Test
  void what_the_database_says_arrives_as_it_was() throws SQLException {
    try (Connection taken = Pool.take(PoolTest::connection)) {
      assertThatThrownBy(() -> taken.prepareStatement("nonsense")).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void a_connection_is_open_until_it_is_closed() throws SQLException {
    int before = Pool.open();
    Connection physical = Pool.opened(connection());
    assertThat(Pool.open()).isEqualTo(before + 1);
    physical.close();
    assertThat(Pool.open()).isEqualTo(before);
  }
}
