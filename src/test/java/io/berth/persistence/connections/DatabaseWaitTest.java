package io.berth.persistence.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.IOException;
import java.net.ServerSocket;
import java.security.cert.CertificateExpiredException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.api.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseWaitTest {
  private static final Duration PAUSE = Duration.ofMillis(1);
  private static final SQLException UNREACHABLE = new SQLException("away", "08S01", 0);

  private final AtomicInteger attempts = new AtomicInteger();

  private void fail(SQLException failure) throws SQLException {
    attempts.incrementAndGet();
    throw failure;
  }

  private static DatabaseWait wait(Duration maxWait) {
    return new DatabaseWait("jdbc:mysql://db/berth", maxWait, PAUSE);
  }

  @Test
  void retries_until_the_database_is_available() throws SQLException {
    wait(Duration.ofMinutes(1))
        .until(
            () -> {
              if (attempts.incrementAndGet() < 5) {
                throw UNREACHABLE;
              }
            });
    assertThat(attempts).hasValue(5);
  }

  @Test
  void throws_after_the_maximum_wait() {
    assertThatThrownBy(() -> wait(Duration.ofMillis(50)).until(() -> fail(UNREACHABLE)))
        .isSameAs(UNREACHABLE);
    assertThat(attempts).hasValueBetween(2, 51);
  }

  @Test
  void tries_once_without_a_wait() {
    assertThatThrownBy(() -> wait(Duration.ZERO).until(() -> fail(UNREACHABLE)))
        .isSameAs(UNREACHABLE);
    assertThat(attempts).hasValue(1);
  }

  @Test
  void does_not_retry_a_permanent_error() {
    SQLException denied = new SQLException("denied", "28000", 1045);
    assertThatThrownBy(() -> wait(Duration.ofMinutes(1)).until(() -> fail(denied)))
        .isSameAs(denied);
    assertThat(attempts).hasValue(1);
  }

  @Test
  void stops_when_interrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> wait(Duration.ofMinutes(1)).until(() -> fail(UNREACHABLE)))
        .isSameAs(UNREACHABLE);
    assertThat(Thread.interrupted()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "08S01, 0, true",
    "08S01, 1053, true",
    "08S01, 1047, true",
    "08004, 1040, true",
    "42000, 1203, true",
    "42000, 1226, true",
    "08001, 0, false",
    "28000, 1045, false",
    "42000, 1044, false",
    "42000, 1049, false",
    "HY000, 1130, false",
    ", 0, false",
  })
  void classifies_transient_errors(String state, int code, boolean isTransient) {
    assertThat(DatabaseWait.isTransient(new SQLException("failure", state, code)))
        .isEqualTo(isTransient);
  }

  @Test
  void an_untrusted_certificate_is_permanent() {
    SQLException untrusted =
        new SQLException("failure", "08S01", new CertificateExpiredException());
    assertThat(DatabaseWait.isTransient(untrusted)).isFalse();
  }

  @Test
  void a_closed_port_is_transient() throws IOException {
    int port = freePort();
    assertThat(DatabaseWait.isTransient(mysql("jdbc:mysql://127.0.0.1:" + port + "/berth")))
        .isTrue();
    assertThat(DatabaseWait.isTransient(h2("jdbc:h2:tcp://127.0.0.1:" + port + "/./berth")))
        .isTrue();
  }

  @Test
  void an_unknown_host_is_transient() {
    assertThat(DatabaseWait.isTransient(mysql("jdbc:mysql://berth.invalid/berth"))).isTrue();
    assertThat(DatabaseWait.isTransient(h2("jdbc:h2:tcp://berth.invalid/./berth"))).isTrue();
  }

  @Test
  void a_malformed_url_is_permanent() {
    assertThat(DatabaseWait.isTransient(mysql("jdbc:mysql://db:port/berth"))).isFalse();
    assertThat(DatabaseWait.isTransient(h2("jdbc:h2:tcp://db/berth;NONSENSE"))).isFalse();
  }

  @Test
  void a_data_directory_in_use_is_permanent() {
    SQLException inUse = new SQLException("in use", "90020", ErrorCode.DATABASE_ALREADY_OPEN_1);
    assertThat(DatabaseWait.isTransient(inUse)).isFalse();
  }

  private static SQLException mysql(String url) {
    MysqlDataSource database = new MysqlDataSource();
    database.setUrl(url);
    return catchThrowableOfType(SQLException.class, database::getConnection);
  }

  private static SQLException h2(String url) {
    return catchThrowableOfType(SQLException.class, () -> DriverManager.getConnection(url, "", ""));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
