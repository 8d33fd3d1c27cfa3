package io.berth.accounts.organizations;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.CodePointLength;

/** An organization's new name; on the wire a bare JSON string. */
public record OrganizationChange(@NotNull @CodePointLength(min = 1, max = 100) String name) {

  /** From the string itself; an object with a name is none. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public OrganizationChange {}
}
