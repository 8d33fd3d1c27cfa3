package io.berth.services;

import static java.lang.annotation.ElementType.TYPE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Binding rule 3: an Interface binding excludes a Port binding within the service. */
@Documented
@Target(TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NoBindingConflictValidator.class)
@interface NoBindingConflict {
  String message() default "is refused";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
