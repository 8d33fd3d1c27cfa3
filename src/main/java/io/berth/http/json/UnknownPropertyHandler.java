package io.berth.http.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import io.berth.refusals.Refusal;
import java.io.IOException;
import java.util.Optional;

/**
 * Ignores unknown members, except those that {@link LaterApiNames} maps to a member of this
 * version.
 */
public class UnknownPropertyHandler extends DeserializationProblemHandler {

  /** Thrown for such a member; its path is complete only after Jackson has added all parents. */
  public static final class LaterName extends JsonMappingException {
    private static final long serialVersionUID = 1;

    private final String wanted;

    LaterName(JsonParser json, Object in, String sent, String wanted) {
      super(json, sent);
      this.wanted = wanted;
      prependPath(in, sent);
    }

    public Refusal refusal(String path) {
      return Refusal.invalidValue(
          path,
          "%s belongs to a later version of the API. Send %s instead.".formatted(path, wanted));
    }
  }

  @Override
  public boolean handleUnknownProperty(
      DeserializationContext context,
      JsonParser json,
      JsonDeserializer<?> reader,
      Object in,
      String sent)
      throws IOException {
    if (in instanceof LaterApiNames part && !json.hasToken(JsonToken.VALUE_NULL)) {
      Optional<String> wanted =
          part.memberFor(sent)
              .filter(member -> context.getAttribute(LaterApiNames.sentAsNull(member)) == null);
      if (wanted.isPresent()) {
        throw new LaterName(json, in, sent, wanted.get());
      }
    }
    return false;
  }
}
