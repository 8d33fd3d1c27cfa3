package io.berth.organizations;

import io.berth.database.Stored;
import jakarta.persistence.Entity;

/** The tenant: everything in Berth belongs to one organization and is invisible to the others. */
@Entity
public class Organization extends Stored {
  private String name;

  /** For JPA. */
  protected Organization() {}

  Organization(String name) {
    super(newId());
    this.name = name;
  }

  /** Its name, at most 100 characters. */
  public String name() {
    return name;
  }
}
