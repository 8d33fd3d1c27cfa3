package io.berth.inventory.tags;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** The colours of tags. */
@EnumNaming(EnumNamingStrategies.UpperCamelCaseStrategy.class)
public enum Color {
  PINK,
  ROSE,
  RED,
  ORANGE,
  GREEN,
  EMERALD,
  TEAL,
  CYAN,
  BLUE,
  INDIGO,
  PURPLE,
  GRAY,
  YELLOW
}
