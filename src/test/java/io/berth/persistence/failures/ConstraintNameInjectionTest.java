package io.berth.persistence.failures;

import static io.berth.persistence.failures.SqlRefusalsTest.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.refusals.Reason;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a client's value in a message is never taken for the name of the constraint. */
class ConstraintNameInjectionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x' for key 'binding_pk",
        "x' for key 'binding.binding_pk'",
        "x' for key 'binding.binding_pk'\n",
        "x' for key 'binding.binding_pk' -- ",
        "violation: \"PUBLIC.BINDING_PK ",
        "Unique index or primary key violation: \"PUBLIC.BINDING_PK INDEX ",
        "\"PUBLIC.BINDING_PK \"",
        "(`berth`, CONSTRAINT `binding_port` FOREIGN KEY",
        "\nCannot delete or update a parent row (`b`.`b`, CONSTRAINT `binding_port` FOREIGN KEY",
        "CONSTRAINT `binding_port`"
      })
  void ignores_values_in_mysql_messages(String name) {
    SQLException failure = MySqlMessages.duplicate(name, "tag.tag_name");
    assertThat(reasonOf(failure)).contains(Reason.NAME_TAKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x' for key 'binding_pk'",
        "x' for key 'binding.binding_pk'\n",
        "violation: \"PUBLIC.BINDING_PK ",
        "\nUnique index or primary key violation: \"PUBLIC.BINDING_PK INDEX ",
        "\"PUBLIC.BINDING_PK \"",
        "\nCannot delete (`b`.`b`, CONSTRAINT `binding_port` FOREIGN KEY",
        "CONSTRAINT `binding_port`"
      })
  void ignores_values_in_h2_messages(String name) {
    SQLException failure = H2Messages.uniqueKey("TAG_NAME", "TAG", quoted(name));
    assertThat(reasonOf(failure)).contains(Reason.NAME_TAKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\nUnique index or primary key violation: \"PUBLIC.BINDING_PK INDEX ",
        "violation: \"PUBLIC.BINDING_PK ",
        "\"BINDING_PK: "
      })
  void ignores_values_in_localized_h2_messages(String name) {
    SQLException failure = H2Messages.inGerman("TAG_NAME", quoted(name));
    assertThat(reasonOf(failure)).contains(Reason.NAME_TAKEN);
  }

  private static String quoted(String name) {
    return "'" + name.replace("'", "''").replace("\"", "\"\"") + "'";
  }
}
