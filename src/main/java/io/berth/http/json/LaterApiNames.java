package io.berth.http.json;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

/**
 * A part of a body whose members have other names in later versions of the API. Unknown members are
 * ignored, but one of these would take data with it: it is refused as {@code invalid_value}, with
 * the name that it has in this version.
 */
public interface LaterApiNames {

  /**
   * The member of this version that the client must send in place of the unknown one that it has
   * sent; empty if nothing is lost without it. A member that is null is as absent, and never asked.
   */
  Optional<String> memberFor(String sent);

  /** The attribute of a reading by which a member is known to have been sent, and as null. */
  static String sentAsNull(String member) {
    return LaterApiNames.class.getName() + "." + member;
  }

  /** A word for the {@code type} of the annotated kinds in later versions, and what it is here. */
  @Documented
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Kind {
    /** The word of later versions. */
    String sent();

    /** The word of this version. */
    String wanted();
  }
}
