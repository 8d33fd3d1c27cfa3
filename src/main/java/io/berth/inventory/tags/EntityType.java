package io.berth.inventory.tags;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** The entity types of tag assignments: all of {@link Taggable} except API keys. */
@EnumNaming(EnumNamingStrategies.UpperCamelCaseStrategy.class)
public enum EntityType {
  HOST(Taggable.HOST),
  SERVICE(Taggable.SERVICE),
  SUBNET(Taggable.SUBNET),
  NETWORK(Taggable.NETWORK);

  private final Taggable kind;

  EntityType(Taggable kind) {
    this.kind = kind;
  }

  Taggable kind() {
    return kind;
  }
}
