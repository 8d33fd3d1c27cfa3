package io.berth.services;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.berth.testing.BodyVariant;
import io.berth.testing.Sql;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Constraints of the schema refuse invalid rows of the other tables. */
class InventoryConstraintsIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final TestHost host = network.host();
  private final String tag = tenant.tag("a");
  private final String service =
      network
          .client()
          .post("/services", BodyVariant.with(host.serviceBody("web"), "tags", List.of(tag)))
          .id();

  /** The statement with this test's ids for the names in braces. */
  private String fill(String statement) {
    String filled = statement;
    Map<String, String> ids =
        Map.of(
            "{new}", UUID.randomUUID().toString(),
            "{organization}", tenant.organization(),
            "{owner}", tenant.ownerId().toString(),
            "{network}", network.id(),
            "{subnet}", network.subnet(),
            "{host}", host.id(),
            "{iface}", host.iface(),
            "{service}", service,
            "{tag}", tag);
    for (Map.Entry<String, String> id : ids.entrySet()) {
      filled = filled.replace(id.getKey(), "X'" + id.getValue().replace("-", "") + "'");
    }
    return filled;
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          network_organization        | update network set organization_id = {new} where id = {network}
          subnet_network              | insert into subnet select {new}, {new}, cidr, null, name, description, subnet_type, source, 1, 1, 0 from subnet where id = {subnet}
          subnet_cidr                 | insert into subnet select {new}, network_id, cidr, own_cidr, name, description, subnet_type, source, 1, 1, 0 from subnet where id = {subnet}
          subnet_own_cidr             | update subnet set own_cidr = '10.9.0.0/16' where id = {subnet}
          host_network                | insert into host (id, network_id, name, hidden, source, created_at, updated_at) values ({new}, {new}, 'h', false, 'MANUAL', 1, 1)
          interface_host              | update interface set host_id = {new} where id = {iface}
          interface_subnet            | update interface set subnet_id = {new} where id = {iface}
          interface_position          | update interface set position = -1 where id = {iface}
          service_host                | update service set host_id = {new} where id = {service}
          tag_name                    | insert into tag select {new}, organization_id, name, description, color, 1, 1 from tag where id = {tag}
          tag_organization            | update tag set organization_id = {new} where id = {tag}
          tag_assignment_entity       | insert into tag_assignment (id, tag_id) values ({new}, {tag})
          tag_assignment_entity       | insert into tag_assignment (id, tag_id, host_id, network_id) values ({new}, {tag}, {host}, {network})
          tag_assignment_service_once | insert into tag_assignment (id, tag_id, service_id) values ({new}, {tag}, {service})
          tag_assignment_tag          | insert into tag_assignment (id, tag_id, host_id) values ({new}, {new}, {host})
          tag_assignment_service      | insert into tag_assignment (id, tag_id, service_id) values ({new}, {tag}, {new})
          tag_assignment_host         | insert into tag_assignment (id, tag_id, host_id) values ({new}, {tag}, {new})
          tag_assignment_subnet       | insert into tag_assignment (id, tag_id, subnet_id) values ({new}, {tag}, {new})
          tag_assignment_network      | insert into tag_assignment (id, tag_id, network_id) values ({new}, {tag}, {new})
          tag_assignment_api_key      | insert into tag_assignment (id, tag_id, api_key_id) values ({new}, {tag}, {new})
          user_account_level          | update user_account set level = 'KING' where id = {owner}
          user_account_organization   | update user_account set organization_id = {new} where id = {owner}
          user_account_email          | insert into user_account select {new}, organization_id, email, level, 1, 1 from user_account where id = {owner}
          api_key_level               | update api_key set level = 'KING' where user_id = {owner}
          api_key_user                | update api_key set user_id = {new} where user_id = {owner}
          api_key_hash                | insert into api_key select {new}, user_id, name, hash, level, expires_at, enabled, scoped, last_used, 1, 1 from api_key where user_id = {owner}
          """)
  void refuses_an_invalid_statement(String constraint, String statement) {
    String broken = fill(statement);
    assertThatThrownBy(() -> Sql.update(broken))
        .hasMessageMatching("(?is).*\\b" + constraint + "(\\b|_INDEX).*");
  }
}
