package io.berth.http.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.http.errors.ErrorEnvelope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What operations answer: the envelope around each kind of data, and the failures. */
final class ResponseSchemas {
  private static final String NOTHING = "nothing";
  private static final List<String> LIMITS =
      List.of("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset");

  private final ObjectNode schemas;
  private final ObjectNode failures;
  private final Map<Integer, String> failureOf = new HashMap<>();

  ResponseSchemas(ObjectNode components) {
    schemas = (ObjectNode) components.get("schemas");
    failures = (ObjectNode) components.get("responses");
  }

  /** Gives the failures their two forms, their headers and the closed list of codes. */
  void completeFailures() {
    ArrayNode codes = ((ObjectNode) schemas.get("Code")).putArray("enum");
    ErrorEnvelope.codes().stream().sorted().forEach(codes::add);
    for (Map.Entry<String, JsonNode> named : failures.properties()) {
      ObjectNode failure = (ObjectNode) named.getValue();
      int status = failure.remove("x-status").asInt();
      failureOf.put(status, named.getKey());
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
    String told = codes.stream().collect(Collectors.joining("`, `", " The code: `", "`."));
    failure.put("description", failure.get("description").asText() + told);
    codes.forEach(failure.putArray("x-codes")::add);
  }

  /** Adds the failure of this status to the operation. */
  void refuse(ObjectNode operation, int status) {
    operation
        .withObjectProperty("responses")
        .withObjectProperty(String.valueOf(status))
        .put("$ref", "#/components/responses/" + failureOf.get(status));
  }

  /** Makes the answer the envelope around this kind of data. */
  void envelop(ObjectNode answer, String data) {
    String name = (data.equals(NOTHING) ? "Nothing" : data) + "Answer";
    if (!schemas.has(name)) {
      ObjectNode member = envelope(name, "Meta");
      if (data.equals(NOTHING)) {
        member.putArray("type").add("object").add("null");
        member.putNull("const");
      } else {
        refer(member, "schemas", data);
      }
    }
    addContent(answer, "application/json", name);
  }

  /** Makes the answer the envelope around a list of this kind of data. */
  void enlist(ObjectNode answer, String item) {
    String name = item + "ListAnswer";
    ObjectNode list = envelope(name, "ListMeta").put("type", "array");
    refer(list.putObject("items"), "schemas", item);
    addContent(answer, "application/json", name);
  }

  /** Makes an envelope; answers its data member, which is still empty. */
  private ObjectNode envelope(String name, String meta) {
    ObjectNode envelope = schemas.putObject(name).put("type", "object");
    envelope.put("additionalProperties", false);
    envelope.putArray("required").add("success").add("data").add("meta");
    ObjectNode members = envelope.putObject("properties");
    members.putObject("success").put("type", "boolean").put("const", true);
    ObjectNode data = members.putObject("data");
    refer(members.putObject("meta"), "schemas", meta);
    return data;
  }

  private static void addContent(ObjectNode answer, String type, String schema) {
    refer(
        answer.withObjectProperty("content").putObject(type).putObject("schema"),
        "schemas",
        schema);
  }

  /** Adds the headers that every answer has, and those that a limited one has. */
  static void addHeaders(ObjectNode answer, boolean limited) {
    ObjectNode headers = answer.withObjectProperty("headers");
    refer(headers.putObject("X-Request-Id"), "headers", "X-Request-Id");
    if (limited) {
      LIMITS.forEach(name -> refer(headers.putObject(name), "headers", name));
    }
  }

  /** Makes a node stand for a component. */
  static void refer(ObjectNode from, String kind, String name) {
    from.put("$ref", "#/components/" + kind + "/" + name);
  }
}
