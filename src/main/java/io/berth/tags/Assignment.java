package io.berth.tags;

import io.berth.database.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One tag on one thing. It goes when either goes. */
@Entity
@Table(name = "tag_assignment")
public class Assignment {
  @Id private UUID id;

  @Column(name = "tag_id")
  private UUID tagId;

  @Column(name = "network_id")
  private UUID networkId;

  @Column(name = "subnet_id")
  private UUID subnetId;

  @Column(name = "host_id")
  private UUID hostId;

  @Column(name = "service_id")
  private UUID serviceId;

  @Column(name = "api_key_id")
  private UUID keyId;

  /** For JPA. */
  protected Assignment() {}

  Assignment(UUID tagId, Taggable kind, UUID entity) {
    this.id = Stored.newId();
    this.tagId = tagId;
    switch (kind) {
      case NETWORK -> this.networkId = entity;
      case SUBNET -> this.subnetId = entity;
      case HOST -> this.hostId = entity;
      case SERVICE -> this.serviceId = entity;
      case KEY -> this.keyId = entity;
    }
  }
}
