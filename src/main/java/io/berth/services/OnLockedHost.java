package io.berth.services;

import static java.lang.annotation.ElementType.TYPE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The host exists, is in the requested network, and is locked until the transaction ends. */
@Documented
@Target(TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OnLockedHostValidator.class)
@interface OnLockedHost {
  String message() default "is refused";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
