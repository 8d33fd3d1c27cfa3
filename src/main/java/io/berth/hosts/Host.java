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
 * A machine in a network, and the consistency boundary: a transaction that changes rows of a host
 * holds the lock of the host's row, so that the binding rules stay true after their check.
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

  /** Required by JPA. */
  protected Host() {}

  Host(UUID networkId, Description description) {
    super(newId());
    this.networkId = networkId;
    this.source = Source.MANUAL;
    copyFrom(description);
  }

  /** The attributes that an update replaces. */
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

  /** Marks the host as changed because one of its rows has changed. */
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

  /** The network; never changes. */
  public UUID networkId() {
    return networkId;
  }

  /** The name, at most 100 characters. */
  public String name() {
    return name;
  }

  /** The DNS name, or null. */
  public String hostname() {
    return hostname;
  }

  /** The description, or null. */
  public String description() {
    return description;
  }

  /** Whether clients should hide the host. */
  public boolean hidden() {
    return hidden;
  }

  /** The origin. */
  public Source source() {
    return source;
  }

  /** The virtualization, or null for a physical machine. */
  public VirtualizationColumns virtualization() {
    return virtualization;
  }
}
