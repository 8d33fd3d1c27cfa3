package io.berth.refusals;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.annotation.Annotation;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;

/**
 * A validator whose rule refuses by itself. The refusal travels as the violation's payload, so that
 * the answer has its code and parameters, whoever called.
 */
public abstract class RuleValidator<A extends Annotation, T> implements ConstraintValidator<A, T> {

  /** Returns if the rule holds, else throws a {@link Refusal}; never called with null. */
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
