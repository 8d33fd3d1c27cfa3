package io.berth.services;

import static java.lang.annotation.ElementType.TYPE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Binding rule 5: no other service of the host has the same port on an overlapping interface. */
@Documented
@Target(TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PortsFreeValidator.class)
@interface PortsFree {
  String message() default "is refused";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
