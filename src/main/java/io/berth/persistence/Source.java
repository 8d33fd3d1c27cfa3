package io.berth.persistence;

import com.fasterxml.jackson.annotation.JsonFormat;

/** The origin of an entity; in JSON {@code {"type":"Manual"}}. */
@JsonFormat(shape = JsonFormat.Shape.OBJECT)
public enum Source {
  /** Created through the API. */
  MANUAL("Manual"),
  /** Created by Berth itself. */
  SYSTEM("System");

  private final String type;

  Source(String type) {
    this.type = type;
  }

  /** The name in the API. */
  public String getType() {
    return type;
  }
}
