package io.berth.tags;

/** What can be marked with tags. */
public enum Taggable {
  NETWORK("networkId"),
  SUBNET("subnetId"),
  HOST("hostId"),
  SERVICE("serviceId"),
  KEY("keyId");

  private final String field;

  Taggable(String field) {
    this.field = field;
  }

  /** The field of {@link Assignment} that names an entity of this kind. */
  String field() {
    return field;
  }

  /** The condition of a list that keeps what has any of the tags {@code :tags}. */
  public String hasAnyTag() {
    return "exists (select a from Assignment a where a." + field + " = e.id and a.tagId in :tags)";
  }
}
