package io.berth.accounts.organizations;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.CodePointLength;

/** The new name of an organization; in JSON a bare string. */
public record OrganizationChange(@NotNull @CodePointLength(min = 1, max = 100) String name) {

  /** Reads a bare JSON string and refuses an object. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public OrganizationChange {}
}
