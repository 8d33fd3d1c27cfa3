package io.berth.hosts;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** The transport protocol of a port. */
@EnumNaming(EnumNamingStrategies.UpperCamelCaseStrategy.class)
public enum Protocol {
  TCP,
  UDP
}
