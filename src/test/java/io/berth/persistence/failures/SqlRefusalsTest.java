package io.berth.persistence.failures;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.hosts.Interface;
import io.berth.hosts.Port;
import io.berth.inventory.subnets.Subnet;
import io.berth.inventory.tags.Tag;
import io.berth.persistence.errors.LockContention;
import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import io.berth.services.Binding;
import io.berth.services.Service;
import jakarta.persistence.PersistenceException;
import java.net.SocketException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the translation of messages of H2 2.3 to 2.5 and MySQL 8.4. */
public class SqlRefusalsTest {
  private static final SqlRefusals REFUSALS =
      SqlRefusals.of(
          Tag.class, Subnet.class, Interface.class, Port.class, Service.class, Binding.class);

  @ParameterizedTest
  @CsvSource({
    "TAG_NAME, TAG, NAME_TAKEN",
    "SUBNET_CIDR, SUBNET, NAME_TAKEN",
    "BINDING_PK, BINDING, ID_TAKEN",
    "BINDING_CLAIM, BINDING, PORT_CLAIMED",
    "PORT_NUMBER, PORT, DUPLICATE_PORT",
    "INTERFACE_ADDRESS, INTERFACE, DUPLICATE_INTERFACE"
  })
  void translates_a_unique_key_of_h2(String key, String table, Reason reason) {
    SQLException failure = H2Messages.uniqueKey(key, table, "'x'");
    assertThat(reasonOf(failure)).contains(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "TAG_NAME_INDEX_1, TAG, NAME_TAKEN",
    "BINDING_CLAIM_INDEX_2A, BINDING, PORT_CLAIMED",
    "PORT_NUMBER_INDEX_F, PORT, DUPLICATE_PORT",
    "INTERFACE_ADDRESS_INDEX_10, INTERFACE, DUPLICATE_INTERFACE",
    "PRIMARY_KEY_7, BINDING, ID_TAKEN"
  })
  void translates_a_unique_index_of_h2(String index, String table, Reason reason) {
    SQLException failure = H2Messages.uniqueIndex(index, table, "'x'");
    assertThat(reasonOf(failure)).contains(reason);
  }

  @ParameterizedTest
  @CsvSource({"23503, BINDING_PORT", "23503, BINDING_INTERFACE"})
  void translates_a_foreign_key_of_h2(int code, String key) {
    SQLException failure = H2Messages.foreignKey(code, key);
    assertThat(reasonOf(failure)).contains(Reason.IN_USE);
  }

  @ParameterizedTest
  @CsvSource({
    "tag_name, tag, NAME_TAKEN",
    "subnet_cidr, subnet, NAME_TAKEN",
    "binding_claim, binding, PORT_CLAIMED",
    "port_number, port, DUPLICATE_PORT",
    "interface_address, interface, DUPLICATE_INTERFACE"
  })
  void translates_a_unique_key_of_mysql(String key, String table, Reason reason) {
    SQLException failure = MySqlMessages.duplicate("x", table + "." + key);
    assertThat(reasonOf(failure)).contains(reason);
  }

  /** MySQL names every primary key PRIMARY; MariaDB omits the table. */
  @ParameterizedTest
  @ValueSource(strings = {"binding.PRIMARY", "PRIMARY"})
  void translates_a_primary_key_of_mysql(String key) {
    SQLException failure = MySqlMessages.duplicate("x", key);
    assertThat(reasonOf(failure)).contains(Reason.ID_TAKEN);
  }

  @Test
  void translates_a_unique_key_without_a_table_name() {
    SQLException failure = MySqlMessages.duplicate("x", "tag_name");
    assertThat(reasonOf(failure)).contains(Reason.NAME_TAKEN);
  }

  @ParameterizedTest
  @CsvSource({"binding_port", "binding_interface"})
  void translates_a_foreign_key_of_mysql(String key) {
    SQLException failure = MySqlMessages.parentInUse(key);
    assertThat(reasonOf(failure)).contains(Reason.IN_USE);
  }

  @Test
  void translates_a_localized_h2_message() {
    SQLException failure = H2Messages.inGerman("TAG_NAME", "'x'");
    assertThat(reasonOf(failure)).contains(Reason.NAME_TAKEN);
  }

  @Test
  void translates_an_h2_message_with_an_apostrophe() {
    SQLException failure = H2Messages.inFrench("TAG_NAME", "'x'");
    assertThat(reasonOf(failure)).contains(Reason.NAME_TAKEN);
  }

  @Test
  void translates_a_wrapped_exception() {
    SQLException failure = MySqlMessages.duplicate("x", "tag.tag_name");
    Throwable wrapped = new IllegalStateException(new PersistenceException(failure));
    assertThat(reasonOf(wrapped)).contains(Reason.NAME_TAKEN);
  }

  @Test
  void translates_a_batch_exception() {
    SQLException cause = MySqlMessages.duplicate("x", "tag.tag_name");
    SQLException batch =
        new BatchUpdateException(cause.getMessage(), "23000", 1062, new int[0], cause);
    assertThat(reasonOf(batch)).contains(Reason.NAME_TAKEN);
  }

  @Test
  void reveals_no_internals_in_the_message() {
    SQLException failure = MySqlMessages.duplicate("secret", "tag.tag_name");
    assertThat(REFUSALS.find(failure).map(Refusal::getMessage))
        .contains("The organization already has a tag with this name.");
  }

  @ParameterizedTest
  @CsvSource({"1205, 40001", "1213, 40001", "3572, HY000", "50200, HYT00", "40001, 40001"})
  void translates_lock_errors_to_contention(int code, String state) {
    SQLException failure = new SQLException("Deadlock found", state, code);
    assertThat(REFUSALS.find(failure)).containsInstanceOf(LockContention.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 08S01", "0, 08003", "90067, 90067", "90098, 90098", "1040, 08004", "1053, 08S01"})
  void translates_a_lost_connection_to_unavailable(int code, String state) {
    SQLException failure = new SQLException("Communications link failure", state, code);
    assertThat(reasonOf(failure)).contains(Reason.UNAVAILABLE);
  }

  @ParameterizedTest
  @CsvSource({"1064, 42000", "1406, 22001", "1048, 23000", "22001, 22001", "23502, 23502"})
  void leaves_other_database_errors_unexpected(int code, String state) {
    SQLException failure = new SQLException("Column 'name' is bad", state, code);
    assertThat(reasonOf(failure)).isEmpty();
  }

  @Test
  void leaves_an_unmapped_constraint_unexpected() {
    SQLException failure = MySqlMessages.duplicate("x", "api_key.api_key_hash");
    assertThat(reasonOf(failure)).isEmpty();
  }

  @Test
  void leaves_an_error_without_a_message_unexpected() {
    SQLException failure = new SQLException(null, "23000", 1062);
    assertThat(reasonOf(failure)).isEmpty();
  }

  @Test
  void leaves_other_exceptions_unexpected() {
    assertThat(reasonOf(new IllegalStateException(new SocketException("reset")))).isEmpty();
  }

  static Optional<Reason> reasonOf(Throwable failure) {
    return REFUSALS.find(failure).map(Refusal::reason);
  }
}
