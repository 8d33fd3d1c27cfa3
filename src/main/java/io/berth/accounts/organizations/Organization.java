package io.berth.accounts.organizations;

import io.berth.persistence.StoredEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The tenant: everything in Berth belongs to one organization and is invisible to the others. */
@Entity
@Table(name = "organization")
public class Organization extends StoredEntity {
  private String name;

  /** For JPA. */
  protected Organization() {}

  Organization(String name) {
    super(newId());
    this.name = name;
  }

  void rename(String name) {
    this.name = name;
    touch();
  }

  /** Its name, at most 100 characters. */
  public String name() {
    return name;
  }
}
