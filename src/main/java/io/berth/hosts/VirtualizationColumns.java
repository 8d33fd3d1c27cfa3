package io.berth.hosts;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * The service that runs a virtual machine or container, and the name and the id that it has there.
 */
@Embeddable
public class VirtualizationColumns {
  @Column(name = "virtualization_service_id")
  private UUID serviceId;

  @Column(name = "virtualization_name")
  private String name;

  @Column(name = "virtualization_ref")
  private String reference;

  /** Required by JPA. */
  protected VirtualizationColumns() {}

  /** The name and the reference are those in the service; both may be null. */
  public VirtualizationColumns(UUID serviceId, String name, String reference) {
    this.serviceId = serviceId;
    this.name = name;
    this.reference = reference;
  }

  /** The service that runs the machine or container. */
  public UUID serviceId() {
    return serviceId;
  }

  /** The name of the machine or container there, or null. */
  public String name() {
    return name;
  }

  /** The id of the machine or container there, or null. */
  public String reference() {
    return reference;
  }
}
