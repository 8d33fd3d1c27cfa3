package io.berth.accounts.organizations;

import io.berth.persistence.StoredEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A tenant. All data belongs to one organization and is invisible to the others. */
@Entity
@Table(name = "organization")
public class Organization extends StoredEntity {
  private String name;

  /** Required by JPA. */
  protected Organization() {}

  Organization(String name) {
    super(newId());
    this.name = name;
  }

  void rename(String name) {
    this.name = name;
    touch();
  }

  /** The name, at most 100 characters. */
  public String name() {
    return name;
  }
}
