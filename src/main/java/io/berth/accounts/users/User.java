package io.berth.accounts.users;

import io.berth.accounts.access.Level;
import io.berth.persistence.StoredEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;

/** Somebody of an organization. A user's keys never grant more than the user's level now. */
@Entity
@Table(name = "user_account")
public class User extends StoredEntity {
  @Column(name = "organization_id")
  private UUID organizationId;

  private String email;

  @Enumerated(EnumType.STRING)
  private Level level;

  /** For JPA. */
  protected User() {}

  User(UUID organizationId, String email, Level level) {
    super(newId());
    this.organizationId = organizationId;
    this.email = email;
    this.level = level;
  }

  /** The organization of the user. */
  public UUID organizationId() {
    return organizationId;
  }

  /** The user's e-mail address; unique. */
  public String email() {
    return email;
  }

  /** What the user may do at most. */
  public Level level() {
    return level;
  }
}
