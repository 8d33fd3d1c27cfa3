package io.berth.accounts.access;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.util.Locale;

/** What a caller may do, from least to most: each level includes those before it. */
@EnumNaming(EnumNamingStrategies.UpperCamelCaseStrategy.class)
public enum Level {
  VIEWER,
  MEMBER,
  ADMIN,
  OWNER;

  /** Whether this level includes the other. */
  public boolean covers(Level other) {
    return compareTo(other) >= 0;
  }

  /** As on the wire: {@code Member}. */
  @Override
  public String toString() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }

  /** The lower of the two. */
  public Level atMost(Level other) {
    return covers(other) ? other : this;
  }
}
