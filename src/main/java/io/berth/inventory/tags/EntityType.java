package io.berth.inventory.tags;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What the assignment of tags is offered for: all that can have them but keys. */
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
