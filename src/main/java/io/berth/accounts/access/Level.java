package io.berth.accounts.access;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.util.Locale;

/** The permission levels in ascending order; each level includes those below it. */
@EnumNaming(EnumNamingStrategies.UpperCamelCaseStrategy.class)
public enum Level {
  VIEWER,
  MEMBER,
  ADMIN,
  OWNER;

  /** Whether this level is at least as high as the other. */
  public boolean covers(Level other) {
    return compareTo(other) >= 0;
  }

  /** The name in JSON, such as {@code Member}. */
  @Override
  public String toString() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }

  /** Returns the lower of the two levels. */
  public Level atMost(Level other) {
    return covers(other) ? other : this;
  }
}
