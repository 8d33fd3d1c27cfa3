package io.berth.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The members of a JSON object of a request; each change makes a copy, and null values are allowed.
 */
public final class JsonBody {
  private JsonBody() {}

  /** Members given as name, value, name, value … */
  public static Map<String, Object> of(Object... members) {
    return with(Map.of(), members);
  }

  /** The members of an object of a response. */
  public static Map<String, Object> of(JsonNode object) {
    Map<String, Object> members = new LinkedHashMap<>();
    object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    return members;
  }

  /** A copy with these members, given as name, value, name, value … */
  public static Map<String, Object> with(Map<String, Object> body, Object... members) {
    Map<String, Object> changed = new LinkedHashMap<>(body);
    for (int i = 0; i < members.length; i += 2) {
      changed.put((String) members[i], members[i + 1]);
    }
    return changed;
  }

  /** A copy with one member given as JSON text. */
  public static Map<String, Object> withJson(Map<String, Object> body, String member, String json) {
    try {
      return with(body, member, new ObjectMapper().readTree(json));
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  /** A text of this many characters outside the Basic Multilingual Plane. */
  public static String emoji(int count) {
    return "\ud83d\ude00".repeat(count);
  }

  public static Map<String, Object> without(Map<String, Object> body, String member) {
    Map<String, Object> changed = new LinkedHashMap<>(body);
    changed.remove(member);
    return changed;
  }
}
