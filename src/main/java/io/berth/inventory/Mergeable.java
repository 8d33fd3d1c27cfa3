package io.berth.inventory;

import static java.lang.annotation.ElementType.TYPE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The hosts are in one network and locked, and their merge breaks no binding rule. */
@Documented
@Target(TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = MergeableValidator.class)
@interface Mergeable {
  String message() default "is refused";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
