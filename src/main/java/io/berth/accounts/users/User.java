package io.berth.accounts.users;

import io.berth.accounts.access.Level;
import io.berth.persistence.StoredEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;

/** A member of an organization. The user's current level limits all keys of the user. */
@Entity
@Table(name = "user_account")
public class User extends StoredEntity {
  @Column(name = "organization_id")
  private UUID organizationId;

  private String email;

  @Enumerated(EnumType.STRING)
  private Level level;

  /** Required by JPA. */
  protected User() {}

  User(UUID organizationId, String email, Level level) {
    super(newId());
    this.organizationId = organizationId;
    this.email = email;
    this.level = level;
  }

  public UUID organizationId() {
    return organizationId;
  }

  /** The e-mail address; unique. */
  public String email() {
    return email;
  }

  /** The highest level that a key of this user can have. */
  public Level level() {
    return level;
  }
}
