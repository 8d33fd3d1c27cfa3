package io.berth.inventory.tags;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * The assignment of one tag to one entity; the schema deletes it with either. {@link Tags} inserts
 * many with one statement.
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

  /** Required by JPA. */
  protected TagAssignment() {}
}
