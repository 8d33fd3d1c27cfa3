package io.berth.inventory.networks;

import io.berth.persistence.RevisedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** A network of an organization: the unit in which access is given, and which nothing leaves. */
@Entity
@Table(name = "network")
public class Network extends RevisedEntity {
  @Column(name = "organization_id")
  private UUID organizationId;

  private String name;

  /** For JPA. */
  protected Network() {}

  Network(UUID organizationId, String name) {
    super(newId());
    this.organizationId = organizationId;
    this.name = name;
  }

  void rename(String name) {
    this.name = name;
    touch();
  }

  /** The organization that it belongs to; never changes. */
  public UUID organizationId() {
    return organizationId;
  }

  /** Its name, 1 to 100 characters. */
  public String name() {
    return name;
  }
}
