package io.berth.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A separate organization with an Owner; it has no access to the data of other tests. */
public final class TestTenant {
  private final UUID organization = UUID.randomUUID();
  private final UUID ownerId = UUID.randomUUID();
  private final ApiClient owner;

  private TestTenant() {
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    String secret = secret();
    Sql.update(
        "insert into organization (id, name, created_at, updated_at) values (?, ?, ?, ?)",
        organization,
        "Tenant " + organization,
        now,
        now);
    Sql.update(
        "insert into user_account (id, organization_id, email, level, created_at, updated_at)"
            + " values (?, ?, ?, 'OWNER', ?, ?)",
        ownerId,
        organization,
        ownerId + "@example.org",
        now,
        now);
    Sql.update(
        "insert into api_key (id, user_id, name, hash, level, enabled, scoped, created_at,"
            + " updated_at) values (?, ?, 'owner', ?, 'OWNER', true, false, ?, ?)",
        UUID.randomUUID(),
        ownerId,
        sha256(secret),
        now,
        now);
    owner = SharedBerth.berth().client(secret);
  }

  public static TestTenant create() {
    return new TestTenant();
  }

  private static String secret() {
    return "scp_u_" + UUID.randomUUID().toString().replace("-", "");
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public String organization() {
    return organization.toString();
  }

  public UUID ownerId() {
    return ownerId;
  }

  public ApiClient owner() {
    return owner;
  }

  /** A client with a new key of this level and these {@code network_ids}, which may be none. */
  public ApiClient key(String level, TestNetwork... networks) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", level);
    body.put("permissions", level);
    body.put("network_ids", Arrays.stream(networks).map(TestNetwork::id).toList());
    return owner.with(owner.post("/auth/keys", body).data().get("key").asText());
  }

  /** Creates a key of the Owner; returns the key and its secret. */
  public JsonNode ownKey(String name, String level, TestNetwork... networks) {
    return owner
        .post(
            "/auth/keys",
            JsonBody.of(
                "name",
                name,
                "permissions",
                level,
                "network_ids",
                Arrays.stream(networks).map(TestNetwork::id).toList()))
        .data();
  }

  /** Changes the Owner's level in the database, without the API. */
  public void lowerOwnerTo(String level) {
    Sql.update("update user_account set level = ? where id = ?", level, ownerId);
  }

  /**
   * Creates a user in the database, without the API and with a later creation time than the
   * Owner's; returns the id.
   */
  public String user(String level) {
    UUID id = UUID.randomUUID();
    Sql.update(
        "insert into user_account (id, organization_id, email, level, created_at, updated_at)"
            + " select ?, organization_id, ?, ?, created_at + 1, updated_at + 1 from user_account"
            + " where id = ?",
        id,
        id + "@example.org",
        level,
        ownerId);
    return id.toString();
  }

  public TestNetwork network() {
    String id =
        owner.post("/networks", Map.of("name", "network", "organization_id", organization())).id();
    return new TestNetwork(owner, id);
  }

  /** Creates a tag; returns its id. */
  public String tag(String name) {
    return owner
        .post("/tags", Map.of("name", name, "color", "Blue", "organization_id", organization()))
        .id();
  }

  /** The ids of the keys that the Owner can see. */
  public List<String> keyIds() {
    return owner.get("/auth/keys").ids();
  }
}
