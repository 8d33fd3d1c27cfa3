package io.berth.inventory.tags;

import io.berth.persistence.ConstraintMeaning;
import io.berth.persistence.StoredEntity;
import io.berth.refusals.Reason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;

/** A label with a colour that an organization assigns to entities. */
@ConstraintMeaning(
    constraint = "tag_name",
    reason = Reason.NAME_TAKEN,
    message = "The organization already has a tag with this name.")
@Entity
@Table(name = "tag")
public class Tag extends StoredEntity {
  @Column(name = "organization_id")
  private UUID organizationId;

  private String name;
  private String description;

  @Enumerated(EnumType.STRING)
  private Color color;

  /** Required by JPA. */
  protected Tag() {}

  Tag(NewTag wanted) {
    super(newId());
    this.organizationId = wanted.organizationId();
    copyFrom(wanted);
  }

  void apply(NewTag wanted) {
    copyFrom(wanted);
    touch();
  }

  private void copyFrom(NewTag wanted) {
    this.name = wanted.name();
    this.description = wanted.description();
    this.color = wanted.color();
  }

  public UUID organizationId() {
    return organizationId;
  }

  /** The name; unique within the organization. */
  public String name() {
    return name;
  }

  /** The description, or null. */
  public String description() {
    return description;
  }

  public Color color() {
    return color;
  }
}
