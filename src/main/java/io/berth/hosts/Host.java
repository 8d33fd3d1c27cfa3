package io.berth.hosts;

import io.berth.persistence.RevisedEntity;
import io.berth.persistence.Source;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * A machine of a network, and the boundary of consistency: whoever changes what stands on a host
 * holds the lock of its row, so that the binding rules can be checked and then stay true.
 */
@Entity
@Table(name = "host")
public class Host extends RevisedEntity {
  @Column(name = "network_id")
  private UUID networkId;

  private String name;
  private String hostname;
  private String description;
  private boolean hidden;

  @Enumerated(EnumType.STRING)
  private Source source;

  @Embedded private VirtualizationColumns virtualization;

  /** For JPA. */
  protected Host() {}

  /** A host made through the API; visible, and not virtual unless told otherwise. */
  Host(UUID networkId, Description description) {
    super(newId());
    this.networkId = networkId;
    this.source = Source.MANUAL;
    copyFrom(description);
  }

  /** What is told about a host: all but where it stands. */
  public record Description(
      String name,
      String hostname,
      String text,
      boolean hidden,
      VirtualizationColumns virtualization) {}

  void describe(Description description) {
    copyFrom(description);
    touch();
  }

  /** Marks that something on it has changed. */
  void change() {
    touch();
  }

  private void copyFrom(Description description) {
    this.name = description.name();
    this.hostname = description.hostname();
    this.description = description.text();
    this.hidden = description.hidden();
    this.virtualization = description.virtualization();
  }

  /** The network that it stands in; never changes. */
  public UUID networkId() {
    return networkId;
  }

  /** Its name, at most 100 characters. */
  public String name() {
    return name;
  }

  /** Its DNS name, or null. */
  public String hostname() {
    return hostname;
  }

  /** What it is, or null. */
  public String description() {
    return description;
  }

  /** Whether clients are asked not to show it. */
  public boolean hidden() {
    return hidden;
  }

  /** Who made it. */
  public Source source() {
    return source;
  }

  /** What runs it, or null for a machine of metal. */
  public VirtualizationColumns virtualization() {
    return virtualization;
  }
}
