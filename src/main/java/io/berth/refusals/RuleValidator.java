package io.berth.refusals;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.annotation.Annotation;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;

/**
 * A validator whose rule throws a refusal. The violation carries it as its dynamic payload, so that
 * the response has its code and parameters.
 */
public abstract class RuleValidator<A extends Annotation, T> implements ConstraintValidator<A, T> {

  /** Throws a {@link Refusal} if the rule is violated; never called with null. */
  protected abstract void check(T value);

  @Override
  public final boolean isValid(T value, ConstraintValidatorContext context) {
    try {
      if (value != null) {
        check(value);
      }
      return true;
    } catch (Refusal refusal) {
      context.unwrap(HibernateConstraintValidatorContext.class).withDynamicPayload(refusal);
      return false;
    }
  }
}
