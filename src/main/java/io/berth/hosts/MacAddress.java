package io.berth.hosts;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An EUI-48 address with colons or dashes, in upper or lower case. */
@Documented
@Target({FIELD, METHOD, PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(
    regexp = "(\\p{XDigit}{2}:){5}\\p{XDigit}{2}|(\\p{XDigit}{2}-){5}\\p{XDigit}{2}",
    message = "must be six pairs of hexadecimal digits with colons or dashes")
@interface MacAddress {
  String message() default "must be a MAC address";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
