package io.berth.persistence.errors;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.exceptions.StatementIsClosedException;
import com.mysql.cj.jdbc.exceptions.CommunicationsException;
import com.mysql.cj.jdbc.exceptions.ConnectionFeatureNotAvailableException;
import com.mysql.cj.jdbc.exceptions.MySQLQueryInterruptedException;
import com.mysql.cj.jdbc.exceptions.MySQLTimeoutException;
import com.mysql.cj.jdbc.exceptions.MySQLTransactionRollbackException;
import com.mysql.cj.jdbc.exceptions.PacketTooBigException;
import io.berth.persistence.failures.SqlRefusals;
import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the kinds of all known failures of databases and drivers, and their refusals. */
class SqlErrorKindTest {

  @ParameterizedTest
  @CsvFileSource(resources = "sql-errors.csv", numLinesToSkip = 1)
  void classifies_an_error_code(int code, String state, SqlErrorKind kind, String message) {
    assertThat(SqlErrorKind.of(new SQLException(message, state, code))).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "sql-errors.csv", numLinesToSkip = 1)
  void classifies_an_error_code_in_a_batch(
      int code, String state, SqlErrorKind kind, String message) {
    SQLException batch = new BatchUpdateException(message, state, code, new int[0], null);
    assertThat(SqlErrorKind.of(batch)).isEqualTo(kind);
  }

  static Stream<Arguments> exceptionsOfDrivers() {
    SQLException closed =
        new SQLException(
            "No operations allowed after statement closed.",
            "S1009",
            0,
            new StatementIsClosedException("No operations allowed after statement closed."));
    return Stream.of(
        Arguments.of(closed, SqlErrorKind.CONNECTION_LOST),
        Arguments.of(new SQLException("closed", "S1009"), SqlErrorKind.CONNECTION_LOST),
        Arguments.of(new SQLException("Parameter index out of range", "S1009"), unexpected()),
        Arguments.of(new CommunicationsException("link", new Exception()), lost()),
        Arguments.of(new SQLNonTransientConnectionException("closed"), lost()),
        Arguments.of(new SQLTransientConnectionException("lost"), lost()),
        Arguments.of(new SQLRecoverableException("lost"), lost()),
        Arguments.of(new ConnectionFeatureNotAvailableException("f", new Exception()), lost()),
        Arguments.of(new SQLTransientConnectionException("none", "08001"), unreachable()),
        Arguments.of(new SQLTimeoutException("slow"), SqlErrorKind.TIMEOUT),
        Arguments.of(new MySQLTimeoutException(), SqlErrorKind.TIMEOUT),
        Arguments.of(new MySQLQueryInterruptedException("i", "70100", 1317), canceled()),
        Arguments.of(
            new MySQLTransactionRollbackException("deadlock", "40001", 1213),
            SqlErrorKind.CONTENTION),
        Arguments.of(new PacketTooBigException(2, 1), SqlErrorKind.PACKET_TOO_LARGE),
        Arguments.of(new SQLException("I/O"), SqlErrorKind.OTHER));
  }

  private static SqlErrorKind lost() {
    return SqlErrorKind.CONNECTION_LOST;
  }

  private static SqlErrorKind unreachable() {
    return SqlErrorKind.UNREACHABLE;
  }

  private static SqlErrorKind canceled() {
    return SqlErrorKind.CANCELED;
  }

  private static SqlErrorKind unexpected() {
    return SqlErrorKind.UNEXPECTED;
  }

  @ParameterizedTest
  @MethodSource("exceptionsOfDrivers")
  void classifies_an_exception(SQLException failure, SqlErrorKind kind) {
    assertThat(SqlErrorKind.of(failure)).isEqualTo(kind);
  }

  @ParameterizedTest
  @EnumSource
  void reports_database_failures_as_unavailable(SqlErrorKind kind) {
    if (kind.isFailureOfDatabase()) {
      assertThat(kind.reason()).isEqualTo(Reason.UNAVAILABLE);
      assertThat(kind.message()).isNotBlank().endsWith(".");
    }
  }

  @Test
  void finds_the_driver_exception_below_the_container_exception() {
    SQLException driver = new SQLException("gone", "08S01");
    SQLException container = new SQLException("Error in allocating a connection");
    container.initCause(new IllegalStateException(driver));
    assertThat(SqlErrorKind.causeOf(new IllegalStateException(container))).containsSame(driver);
  }

  @Test
  void uses_the_container_exception_without_a_driver_exception() {
    SQLException container = new SQLException("Error in allocating a connection");
    assertThat(SqlErrorKind.causeOf(new IllegalStateException(container))).containsSame(container);
  }

  @Test
  void retries_a_lost_connection_but_not_a_failed_attempt() {
    assertThat(SqlRefusals.of().find(new SQLException("lost", "08S01")))
        .containsInstanceOf(RetryableFailure.class);
    assertThat(SqlRefusals.of().find(new SQLException("none", "08001")))
        .get()
        .isNotInstanceOf(RetryableFailure.class)
        .extracting(Refusal::reason)
        .isEqualTo(Reason.UNAVAILABLE);
  }
}
