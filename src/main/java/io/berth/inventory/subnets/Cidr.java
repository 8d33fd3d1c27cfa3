package io.berth.inventory.subnets;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A block of IPv4 or IPv6 addresses in CIDR form (RFC 4632) with zero host bits. */
@Documented
@Target({FIELD, METHOD, PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Cidr.Validator.class)
public @interface Cidr {
  String message() default "must be a CIDR block with zero host bits, such as 192.168.0.0/24";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  class Validator implements ConstraintValidator<Cidr, String> {
    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      return text == null || IpAddresses.findBlock(text).isPresent();
    }
  }
}
