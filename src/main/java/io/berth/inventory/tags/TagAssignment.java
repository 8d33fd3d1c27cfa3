package io.berth.inventory.tags;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * One tag on one thing; it goes when either goes. Many are made by one statement, in {@link Tags}.
 */
@Entity
@Table(name = "tag_assignment")
public class TagAssignment {
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
  private UUID apiKeyId;

  /** For JPA. */
  protected TagAssignment() {}
}
