package io.berth.accounts.access;

import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import java.util.UUID;

/**
 * Who asks: the key's level and networks, never more than its owner has now. Until authentication
 * has said who it is, the caller is nobody: without a level and without networks.
 */
@RequestScoped
public class Caller {
  private Identity identity;

  /** What authentication found out. */
  public record Identity(
      UUID keyId,
      UUID userId,
      UUID organizationId,
      Level level,
      boolean everyNetwork,
      Set<UUID> networks) {}

  /** Tells who the caller of this request is; only authentication does. */
  public void authenticate(Identity identity) {
    this.identity = identity;
  }

  /** Whether authentication has said who it is. */
  public boolean isKnown() {
    return identity != null;
  }

  /** The user whose key it is. */
  public UUID userId() {
    return identity.userId();
  }

  /** The one organization that the caller sees. */
  public UUID organizationId() {
    return identity.organizationId();
  }

  /** The networks of the organization that the caller reaches now. */
  public Set<UUID> networks() {
    return identity.networks();
  }

  /** Whether the caller has at least this level. */
  public boolean has(Level level) {
    return isKnown() && identity.level().covers(level);
  }

  /** Whether the caller reaches the network. */
  public boolean reaches(UUID networkId) {
    return isKnown() && identity.networks().contains(networkId);
  }

  /** Refuses a caller below the level. */
  public void requireLevel(Level level) {
    if (!has(level)) {
      throw new Refusal(
          Reason.PERMISSION_DENIED,
          "This operation needs an API key with the level " + level + " or higher.");
    }
  }

  /** Refuses an organization that is not the caller's. */
  public void requireOrganization(UUID organizationId) {
    if (!identity.organizationId().equals(organizationId)) {
      throw Refusal.accessDenied("Organization", organizationId);
    }
  }

  /**
   * Refuses a caller who does not reach every network of the organization, future ones included.
   */
  public void requireAllNetworks() {
    if (!identity.everyNetwork()) {
      throw new Refusal(
          Reason.PERMISSION_DENIED,
          "This operation needs an API key with access to every network.");
    }
  }

  /** Refuses a write to a network that the caller can't reach. */
  public void requireNetwork(UUID networkId) {
    if (!reaches(networkId)) {
      throw Refusal.accessDenied("Network", networkId);
    }
  }
}
