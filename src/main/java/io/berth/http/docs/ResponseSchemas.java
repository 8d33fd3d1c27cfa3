package io.berth.http.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.http.errors.ErrorEnvelope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The response schemas of the operations: the envelope of each type of data, and the failures. */
final class ResponseSchemas {
  private static final String NOTHING = "nothing";
  private static final List<String> RATE_LIMIT_HEADERS =
      List.of("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset");

  private final ObjectNode schemas;
  private final ObjectNode failures;
  private final Map<Integer, String> failureNames = new HashMap<>();

  ResponseSchemas(ObjectNode components) {
    schemas = (ObjectNode) components.get("schemas");
    failures = (ObjectNode) components.get("responses");
  }

  /** Adds to each failure its two media types, its headers and the closed list of codes. */
  void completeFailures() {
    ArrayNode codes = ((ObjectNode) schemas.get("Code")).putArray("enum");
    ErrorEnvelope.codes().stream().sorted().forEach(codes::add);
    for (Map.Entry<String, JsonNode> named : failures.properties()) {
      ObjectNode failure = (ObjectNode) named.getValue();
      int status = failure.remove("x-status").asInt();
      failureNames.put(status, named.getKey());
      describeCodes(failure, status);
      addContent(failure, "application/json", "Failure");
      addContent(failure, "application/problem+json", "Problem");
      addHeaders(failure, true);
    }
  }

  private static void describeCodes(ObjectNode failure, int status) {
    List<String> codes =
        ErrorEnvelope.codes().stream()
            .filter(code -> ErrorEnvelope.statuses(code).contains(status))
            .sorted()
            .toList();
    String codeList = codes.stream().collect(Collectors.joining("`, `", " The code: `", "`."));
    failure.put("description", failure.get("description").asText() + codeList);
    codes.forEach(failure.putArray("x-codes")::add);
  }

  void addFailure(ObjectNode operation, int status) {
    operation
        .withObjectProperty("responses")
        .withObjectProperty(String.valueOf(status))
        .put("$ref", "#/components/responses/" + failureNames.get(status));
  }

  /** Sets the schema of the response to the envelope of this data type. */
  void addEnvelope(ObjectNode response, String data) {
    String name = (data.equals(NOTHING) ? "Nothing" : data) + "Answer";
    if (!schemas.has(name)) {
      ObjectNode member = envelope(name, "Meta");
      if (data.equals(NOTHING)) {
        member.putArray("type").add("object").add("null");
        member.putNull("const");
      } else {
        setReference(member, "schemas", data);
      }
    }
    addContent(response, "application/json", name);
  }

  /** Sets the schema of the response to the envelope of a list of this item type. */
  void addListEnvelope(ObjectNode response, String item) {
    String name = item + "ListAnswer";
    ObjectNode list = envelope(name, "ListMeta").put("type", "array");
    setReference(list.putObject("items"), "schemas", item);
    addContent(response, "application/json", name);
  }

  /** Creates an envelope schema; returns its {@code data} member, which is still empty. */
  private ObjectNode envelope(String name, String meta) {
    ObjectNode envelope = schemas.putObject(name).put("type", "object");
    envelope.put("additionalProperties", false);
    envelope.putArray("required").add("success").add("data").add("meta");
    ObjectNode members = envelope.putObject("properties");
    members.putObject("success").put("type", "boolean").put("const", true);
    ObjectNode data = members.putObject("data");
    setReference(members.putObject("meta"), "schemas", meta);
    return data;
  }

  private static void addContent(ObjectNode response, String type, String schema) {
    setReference(
        response.withObjectProperty("content").putObject(type).putObject("schema"),
        "schemas",
        schema);
  }

  /** Adds the headers of every response, and the rate limit headers if it is limited. */
  static void addHeaders(ObjectNode response, boolean limited) {
    ObjectNode headers = response.withObjectProperty("headers");
    setReference(headers.putObject("X-Request-Id"), "headers", "X-Request-Id");
    if (limited) {
      RATE_LIMIT_HEADERS.forEach(name -> setReference(headers.putObject(name), "headers", name));
    }
  }

  static void setReference(ObjectNode from, String kind, String name) {
    from.put("$ref", "#/components/" + kind + "/" + name);
  }
}
