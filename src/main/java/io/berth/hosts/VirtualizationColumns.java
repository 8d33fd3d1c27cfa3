package io.berth.hosts;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** What runs a virtual thing: the service that does, and what that service calls it. */
@Embeddable
public class VirtualizationColumns {
  @Column(name = "virtualization_service_id")
  private UUID serviceId;

  @Column(name = "virtualization_name")
  private String name;

  @Column(name = "virtualization_ref")
  private String reference;

  /** For JPA. */
  protected VirtualizationColumns() {}

  /**
   * Virtualized by the service, under a name and a reference of its own, both of which may be null.
   */
  public VirtualizationColumns(UUID serviceId, String name, String reference) {
    this.serviceId = serviceId;
    this.name = name;
    this.reference = reference;
  }

  /** The service that runs it. */
  public UUID serviceId() {
    return serviceId;
  }

  /** The name of the machine or container, or null. */
  public String name() {
    return name;
  }

  /** The id of the machine or container there, or null. */
  public String reference() {
    return reference;
  }
}
