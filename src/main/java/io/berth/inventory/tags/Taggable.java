package io.berth.inventory.tags;

import java.util.Locale;

/** What can be marked with tags. Tags know no feature, only what its entities are called. */
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

  /** The name of the entity. */
  String entity() {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** The field of the entity that tells its network, for what stands in one. */
  String network() {
    return this == NETWORK ? "id" : "networkId";
  }

  /** The field of {@link TagAssignment} that names an entity of this kind. */
  String field() {
    return name + "Id";
  }

  /** The column behind that field. */
  String column() {
    return field().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** The condition of a list that keeps what has any of the tags {@code :tags}. */
  public String hasAnyTag() {
    return "exists (select a from TagAssignment a where a."
        + field()
        + " = e.id and a.tagId in :tags)";
  }
}
