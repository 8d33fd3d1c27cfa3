package io.berth.persistence;

import com.fasterxml.jackson.annotation.JsonFormat;

/** Who made an entity; on the wire {@code {"type":"Manual"}}. */
@JsonFormat(shape = JsonFormat.Shape.OBJECT)
public enum Source {
  /** Made through the API. */
  MANUAL("Manual"),
  /** Made by Berth itself. */
  SYSTEM("System");

  private final String type;

  Source(String type) {
    this.type = type;
  }

  /** The name on the wire. */
  public String getType() {
    return type;
  }
}
