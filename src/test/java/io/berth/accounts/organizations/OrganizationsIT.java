package io.berth.accounts.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.Fixture;
import io.berth.testing.JsonBody;
import io.berth.testing.TestTenant;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganizationsIT {
  private final TestTenant tenant = TestTenant.create();
  private final ApiClient client = tenant.owner();

  private ApiResponse rename(String json) {
    return client.put("/organizations/" + tenant.organization(), json);
  }

  private static String json(String text) {
    return '"' + text + '"';
  }

  @Test
  void returns_the_callers_organization() {
    ApiResponse own = client.get("/organizations");
    assertThat(own.members())
        .containsExactly(
            "created_at",
            "id",
            "name",
            "onboarding",
            "plan",
            "plan_status",
            "stripe_customer_id",
            "updated_at");
    assertThat(own.id()).isEqualTo(tenant.organization());
  }

  @Test
  void returns_empty_values_for_members_required_by_clients() {
    var own = client.get("/organizations").data();
    assertThat(
            Stream.of("onboarding", "plan", "plan_status", "stripe_customer_id")
                .map(member -> own.get(member).toString()))
        .containsExactly("[]", "null", "null", "null");
  }

  @Test
  void returns_the_new_name_later() {
    ApiResponse renamed = rename(json("Acme"));
    assertThat(renamed.text("name")).isEqualTo("Acme");
    assertThat(client.get("/organizations").data()).isEqualTo(renamed.data());
  }

  @Test
  void keeps_created_at_and_changes_updated_at() {
    ApiResponse before = client.get("/organizations");
    ApiResponse after = rename(json("Acme"));
    assertThat(after.text("created_at")).isEqualTo(before.text("created_at"));
    assertThat(Instant.parse(after.text("updated_at")))
        .isAfter(Instant.parse(before.text("updated_at")));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void accepts_a_name_at_the_limit(int length) {
    assertThat(rename(json(JsonBody.emoji(length))).text("name")).isEqualTo(JsonBody.emoji(length));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101})
  void refuses_a_name_over_the_limit(int length) {
    rename(json(JsonBody.emoji(length))).refusedAt("name", 400, "validation_failed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1|invalid_value",
        "null|invalid_value",
        "{}|invalid_value",
        "{\"name\":\"a\"}|invalid_value",
        "[\"a\"]|invalid_value",
        "true|invalid_value",
        "Acme|malformed_json",
        "\"a\" \"b\"|malformed_json"
      })
  void refuses_anything_but_a_bare_string(String body, String code) {
    rename(body).refused(400, code);
  }

  @Test
  void requires_a_body() {
    rename("").refused(400, "malformed_json");
  }

  @Test
  void refuses_to_rename_an_unknown_organization() {
    client.put("/organizations/" + Fixture.unknown(), json("a")).refused(404, "entity_not_found");
  }

  @Test
  void refuses_to_rename_another_organization() {
    TestTenant other = TestTenant.create();
    String before = other.owner().get("/organizations").text("name");
    client
        .put("/organizations/" + other.organization(), json("a"))
        .refused(404, "entity_not_found");
    assertThat(other.owner().get("/organizations").text("name")).isEqualTo(before);
  }
}
