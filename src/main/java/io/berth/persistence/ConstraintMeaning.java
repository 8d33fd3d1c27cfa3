package io.berth.persistence;

import io.berth.refusals.Reason;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The refusal of a statement that violates a named constraint of the annotated entity's table. */
@Documented
@Repeatable(ConstraintMeaning.All.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ConstraintMeaning {
  /** The message for a primary key; only ids that clients create can collide. */
  String ID_TAKEN =
      "The id is already in use. Send another UUID, or the nil UUID to let Berth create one.";

  /** The name in the schema, in lower case. */
  String constraint();

  /** The reason of the refusal. */
  Reason reason();

  /** The message of the refusal. */
  String message();

  /** All constraints of a table. */
  @Documented
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @interface All {
    /** One for each constraint. */
    ConstraintMeaning[] value();
  }
}
