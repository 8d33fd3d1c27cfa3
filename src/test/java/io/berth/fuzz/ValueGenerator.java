package io.berth.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Generates random values that a schema of the document allows; ids are mostly those of existing
 * entities.
 */
final class ValueGenerator {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> CHARACTERS =
      List.of(
          "a", "Z", "7", " ", "-", ".", "é", "ß", "本", "🚢", "'", "\"", "\\", "<", "%", "\u0301");

  private final FuzzedApi api;
  private final Random random;
  private final Map<String, String> ids;

  /** The ids are those of existing entities, by the names of the members that refer to them. */
  ValueGenerator(FuzzedApi api, Random random, Map<String, String> ids) {
    this.api = api;
    this.random = random;
    this.ids = ids;
  }

  /** A value of the schema, for the member of this name. */
  JsonNode value(JsonNode unresolved, String member) {
    JsonNode schema = api.resolved(unresolved);
    if (schema.has("const")) {
      return schema.get("const");
    }
    if (schema.has("enum")) {
      return oneOf(schema.get("enum"));
    }
    if (schema.has("oneOf") || schema.has("anyOf")) {
      return variant(schema, member);
    }
    return schema.has("allOf") ? merged(schema, member) : typed(schema, member);
  }

  private JsonNode variant(JsonNode schema, String member) {
    JsonNode choice = oneOf(schema.has("oneOf") ? schema.get("oneOf") : schema.get("anyOf"));
    JsonNode value = value(choice, member);
    JsonNode discriminator = schema.path("discriminator");
    if (value instanceof ObjectNode object && discriminator.has("mapping")) {
      for (Map.Entry<String, JsonNode> name : discriminator.get("mapping").properties()) {
        if (name.getValue().asText().equals(choice.path("$ref").asText())) {
          object.put(discriminator.get("propertyName").asText(), name.getKey());
        }
      }
    }
    return value;
  }

  private JsonNode merged(JsonNode schema, String member) {
    ObjectNode whole = JSON.objectNode();
    JsonNode last = null;
    for (JsonNode part : schema.get("allOf")) {
      last = value(part, member);
      if (last instanceof ObjectNode object) {
        whole.setAll(object);
      }
    }
    return whole.isEmpty() ? last : whole;
  }

  private JsonNode typed(JsonNode schema, String member) {
    JsonNode type = schema.path("type");
    String name = type.isArray() ? oneOf(type).asText() : type.asText();
    return switch (name) {
      case "object" -> object(schema);
      case "array" -> array(schema, member);
      case "integer" -> JSON.numberNode(whole(schema));
      case "number" -> JSON.numberNode(random.nextDouble());
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      case "string" -> JSON.textNode(text(schema, member));
      default -> JSON.nullNode();
    };
  }

  private ObjectNode object(JsonNode schema) {
    Set<String> required =
        StreamSupport.stream(schema.path("required").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.toCollection(HashSet::new));
    ObjectNode object = JSON.objectNode();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      boolean readOnly = api.resolved(property.getValue()).path("readOnly").asBoolean();
      boolean mandatory = required.contains(property.getKey()) && !readOnly;
      if (mandatory || random.nextInt(100) < (readOnly ? 10 : 50)) {
        object.set(property.getKey(), value(property.getValue(), property.getKey()));
      }
    }
    return object;
  }

  private ArrayNode array(JsonNode schema, String member) {
    ArrayNode array = JSON.arrayNode();
    int minimum = schema.path("minItems").asInt(0);
    int size = minimum + random.nextInt(3);
    for (int i = 0; i < size; i++) {
      array.add(value(schema.path("items"), singular(member)));
    }
    return array;
  }

  /** The member that refers to one entity of the list. */
  private static String singular(String member) {
    return switch (member) {
      case "tags", "tag_ids" -> "tag_id";
      case "network_ids" -> "network_id";
      case "entity_ids" -> "entity_id";
      default -> member;
    };
  }

  private long whole(JsonNode schema) {
    long minimum = schema.path("minimum").asLong(0);
    long maximum = schema.path("maximum").asLong(minimum + 100);
    return switch (random.nextInt(6)) {
      case 0 -> minimum;
      case 1 -> maximum;
      default -> minimum + (long) (random.nextDouble() * Math.min(maximum - minimum, 70_000));
    };
  }

  private String text(JsonNode schema, String member) {
    if (schema.has("example")) {
      return schema.get("example").asText();
    }
    return switch (schema.path("format").asText()) {
      case "uuid" -> id(member);
      case "date-time" ->
          "20%02d-0%d-11T10:%02d:00Z"
              .formatted(random.nextInt(90) + 10, random.nextInt(9) + 1, random.nextInt(60));
      default -> example(schema, member);
    };
  }

  /** Mostly the id of an existing entity. */
  String id(String member) {
    return random.nextInt(100) < 97 && ids.containsKey(member)
        ? ids.get(member)
        : UUID.randomUUID().toString();
  }

  /** Addresses need their own syntax; any other member gets random text. */
  private String example(JsonNode schema, String member) {
    return switch (member) {
      case "ip_address" -> "10.0.%d.%d".formatted(random.nextInt(256), random.nextInt(256));
      case "cidr" -> "10.%d.%d.0/24".formatted(random.nextInt(256), random.nextInt(256));
      case "mac_address" ->
          "02:00:00:%02X:%02X:%02X"
              .formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
      default -> randomText(schema);
    };
  }

  private String randomText(JsonNode schema) {
    int minimum = schema.path("minLength").asInt(0);
    int maximum = schema.path("maxLength").asInt(minimum + 40);
    int length =
        switch (random.nextInt(8)) {
          case 0 -> minimum;
          case 1 -> maximum;
          default -> minimum + random.nextInt(Math.min(maximum - minimum, 12) + 1);
        };
    return randomText(length);
  }

  /** A text of this length with characters of several scripts and of JSON and HTML syntax. */
  String randomText(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(CHARACTERS.get(random.nextInt(CHARACTERS.size())));
    }
    return text.toString();
  }

  private JsonNode oneOf(JsonNode list) {
    return list.get(random.nextInt(list.size()));
  }
}
