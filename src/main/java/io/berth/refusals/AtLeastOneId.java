package io.berth.refusals;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/** The ids of a bulk operation: at least one; refuses with {@code validation_bulk_empty}. */
@Documented
@Target({FIELD, METHOD, PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = AtLeastOneId.Validator.class)
public @interface AtLeastOneId {
  String message() default "must contain at least one id";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  class Validator extends RuleValidator<AtLeastOneId, List<?>> {
    @Override
    protected void check(List<?> ids) {
      if (ids.isEmpty()) {
        throw new Refusal(Reason.NOTHING_NAMED, "The list of ids is empty. Send at least one id.");
      }
    }
  }
}
