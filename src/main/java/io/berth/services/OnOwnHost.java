package io.berth.services;

import static java.lang.annotation.ElementType.TYPE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Binding rule 4: ports and interfaces must belong to the service's host. */
@Documented
@Target(TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OnOwnHostValidator.class)
@interface OnOwnHost {
  String message() default "is refused";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
