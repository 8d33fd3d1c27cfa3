package io.berth.inventory.tags;

import java.util.Locale;

/**
 * The entities that can have tags, by their names, so that this package does not depend on their
 * classes.
 */
public enum Taggable {
  NETWORK("network"),
  SUBNET("subnet"),
  HOST("host"),
  SERVICE("service"),
  KEY("apiKey");

  private final String name;

  Taggable(String name) {
    this.name = name;
  }

  /** The JPA name of the entity. */
  String entityName() {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** The field of the entity with the id of its network; API keys have none. */
  String networkField() {
    return this == NETWORK ? "id" : "networkId";
  }

  /** The field of {@link TagAssignment} with the id of an entity of this kind. */
  String fieldName() {
    return name + "Id";
  }

  /** The column of that field. */
  String columnName() {
    return fieldName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** The JPQL condition for entities {@code e} with any of the tags {@code :tags}. */
  public String hasAnyTag() {
    return "exists (select a from TagAssignment a where a."
        + fieldName()
        + " = e.id and a.tagId in :tags)";
  }
}
