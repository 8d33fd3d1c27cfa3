package io.berth.accounts.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.TestTenant;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of the Authorization header. */
class AuthorizationIT {
  private final ApiClient owner = TestTenant.create().owner();
  private final ApiClient anonymous = owner.with("").overHttp1();

  private ApiResponse send(String authorization) {
    String header = authorization.replace("KEY", owner.key());
    return anonymous.send(
        "GET", "/hosts", BodyPublishers.noBody(), List.of("Authorization", header));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer KEY", "bearer KEY", "BEARER KEY", "Bearer  KEY"})
  void accepts_a_bearer_token(String authorization) {
    assertThat(send(authorization).data()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "KEY",
        "Basic dXNlcjpwYXNz",
        "Basic KEY",
        "Token KEY",
        "BearerKEY",
        "Bearer KEYx",
        "Bearer xKEY",
        "Bearer KEY KEY",
        "Bearer KEY,KEY",
        "Bearer scp_u_00000000000000000000000000000000",
        "Bearer scp_u_"
      })
  void refuses_any_other_authorization(String authorization) {
    send(authorization).refused(401, "auth_not_authenticated");
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 5000})
  void refuses_a_long_key(int length) {
    send("Bearer scp_u_" + "x".repeat(length)).refused(401, "auth_not_authenticated");
  }

  @Test
  void returns_the_authentication_scheme() {
    assertThat(anonymous.get("/hosts").header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void checks_the_key_before_the_path() {
    anonymous.get("/nothing").refused(401, "auth_not_authenticated");
  }

  @Test
  void checks_the_key_before_the_body() {
    anonymous.post("/hosts", "{").refused(401, "auth_not_authenticated");
  }

  @Test
  void checks_the_level_before_the_path() {
    ApiClient viewer = TestTenant.create().key("Viewer");
    viewer.delete("/hosts/nonsense").refused(403, "auth_permission_denied");
  }

  @Test
  void checks_the_level_before_the_body() {
    ApiClient viewer = TestTenant.create().key("Viewer");
    viewer.post("/hosts", "{").refused(403, "auth_permission_denied");
  }

  @Test
  void checks_the_path_before_the_body() {
    owner.put("/hosts/nonsense", "{").refused(400, "invalid_value");
  }

  @Test
  void checks_types_before_limits() {
    String body = "{\"name\":\"" + "x".repeat(101) + "\",\"network_id\":1}";
    owner.post("/hosts", body).refused(400, "invalid_value");
  }

  @Test
  void checks_limits_before_network_access() {
    String body =
        "{\"name\":\""
            + "x".repeat(101)
            + "\",\"network_id\":\""
            + owner.get("/organizations").id()
            + "\"}";
    owner.post("/hosts", body).refused(400, "validation_failed");
  }
}
