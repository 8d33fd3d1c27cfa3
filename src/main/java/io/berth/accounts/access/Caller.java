package io.berth.accounts.access;

import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import java.util.UUID;

/**
 * The authenticated caller of the request: the level and the networks of the key, limited by the
 * current level of its user. Before authentication there is no level and no network.
 */
@RequestScoped
public class Caller {
  private Identity identity;

  /**
   * The result of authentication. The level is the lower of key and user; the set has the ids of
   * all networks that the caller can access.
   */
  public record Identity(
      UUID keyId,
      UUID userId,
      UUID organizationId,
      Level level,
      boolean everyNetwork,
      Set<UUID> networks) {}

  /** Sets the caller of this request; called only by authentication. */
  public void authenticate(Identity identity) {
    this.identity = identity;
  }

  /** Whether the request has been authenticated. */
  public boolean isKnown() {
    return identity != null;
  }

  /** The user that owns the key. */
  public UUID userId() {
    return identity.userId();
  }

  /** The only organization that the caller can see. */
  public UUID organizationId() {
    return identity.organizationId();
  }

  /** The networks of the organization that the caller can access at the time of the request. */
  public Set<UUID> networks() {
    return identity.networks();
  }

  /** Whether the caller has at least this level; false before authentication. */
  public boolean has(Level level) {
    return isKnown() && identity.level().covers(level);
  }

  /** Whether the caller can access the network; false before authentication. */
  public boolean reaches(UUID networkId) {
    return isKnown() && identity.networks().contains(networkId);
  }

  /** Refuses a caller below the level with {@code auth_permission_denied}. */
  public void requireLevel(Level level) {
    if (!has(level)) {
      throw new Refusal(
          Reason.PERMISSION_DENIED,
          "This operation needs an API key with the level " + level + " or higher.");
    }
  }

  /** Refuses an organization other than the caller's with {@code entity_access_denied}. */
  public void requireOrganization(UUID organizationId) {
    if (!identity.organizationId().equals(organizationId)) {
      throw Refusal.accessDenied("Organization", organizationId);
    }
  }

  /**
   * Refuses a caller that is limited to some networks; others can also access networks created
   * later.
   */
  public void requireAllNetworks() {
    if (!identity.everyNetwork()) {
      throw new Refusal(
          Reason.PERMISSION_DENIED,
          "This operation needs an API key with access to every network.");
    }
  }

  /**
   * Refuses a write to a network that the caller can't access with {@code entity_access_denied}.
   */
  public void requireNetwork(UUID networkId) {
    if (!reaches(networkId)) {
      throw Refusal.accessDenied("Network", networkId);
    }
  }
}
