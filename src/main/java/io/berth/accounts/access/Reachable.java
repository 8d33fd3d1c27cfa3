package io.berth.accounts.access;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;

import io.berth.refusals.RuleValidator;
import jakarta.inject.Inject;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.UUID;

/**
 * The id must be that of a network that the caller can access; otherwise the request is refused
 * with {@code entity_access_denied}.
 */
@Documented
@Target({FIELD, METHOD, PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Reachable.Validator.class)
public @interface Reachable {
  String message() default "must be a network that this API key has access to";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  class Validator extends RuleValidator<Reachable, UUID> {
    @Inject private Caller caller;

    @Override
    protected void check(UUID networkId) {
      caller.requireNetwork(networkId);
    }
  }
}
