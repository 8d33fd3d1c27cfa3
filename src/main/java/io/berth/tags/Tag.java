package io.berth.tags;

import io.berth.database.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;

/** A coloured word of an organization that things can be marked with. */
@Entity
@Table(name = "tag")
public class Tag extends Stored {
  @Column(name = "organization_id")
  private UUID organizationId;

  private String name;
  private String description;

  @Enumerated(EnumType.STRING)
  private Color color;

  /** For JPA. */
  protected Tag() {}

  Tag(NewTag wanted) {
    super(newId());
    this.organizationId = wanted.organizationId();
    take(wanted);
  }

  void describe(NewTag wanted) {
    take(wanted);
    touch();
  }

  private void take(NewTag wanted) {
    this.name = wanted.name();
    this.description = wanted.description();
    this.color = wanted.color();
  }

  /** The organization that it belongs to. */
  public UUID organizationId() {
    return organizationId;
  }

  /** Unique within the organization. */
  public String name() {
    return name;
  }

  /** What it means, or null. */
  public String description() {
    return description;
  }

  /** Its colour. */
  public Color color() {
    return color;
  }
}
