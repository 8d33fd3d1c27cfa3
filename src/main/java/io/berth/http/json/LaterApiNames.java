package io.berth.http.json;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

/**
 * A JSON object with members that have other names in later versions of the API. Unknown members
 * are ignored, but to ignore one of these would lose data: it is refused as {@code invalid_value},
 * and the message has the name of this version.
 */
public interface LaterApiNames {

  /**
   * The member of this version that replaces the unknown member; empty if no data is lost without
   * it. Not called for a member that is null, which counts as absent.
   */
  Optional<String> memberFor(String sent);

  /** The deserialization attribute that records that a member was sent as null. */
  static String sentAsNull(String member) {
    return LaterApiNames.class.getName() + "." + member;
  }

  /** The name of a subtype ({@code type}) in later versions, and its name in this version. */
  @Documented
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Kind {
    String sent();

    String wanted();
  }
}
