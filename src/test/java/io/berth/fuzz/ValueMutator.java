package io.berth.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes valid values invalid, and supplies malformed bodies and arguments. */
final class ValueMutator {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final List<String> MALFORMED_BODIES =
      List.of(
          "",
          " ",
          "null",
          "true",
          "0",
          "-0.0e-400",
          "\"\"",
          "\"\\ud800\"",
          "[]",
          "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
          "{}",
          "{\"a\":1,\"a\":2}",
          "{\"id\":",
          "{} {}",
          "\u0000",
          "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
          "name=x&host_id=y",
          "{\"name\":1e999999999}",
          "{\"$ref\":\"#\"}",
          "{\"@class\":\"java.lang.Runtime\"}",
          "${jndi:ldap://127.0.0.1/a}",
          "9".repeat(5000),
          "{\"name\":\"" + "x".repeat(70_000) + "\"}",
          "[" + "0,".repeat(20_000) + "0]");

  private static final List<String> INVALID_ARGUMENTS =
      List.of(
          "-1",
          "1.5",
          "9223372036854775808",
          "1e3",
          "NaN",
          "%00",
          "%FF",
          "' or '1'='1",
          "..",
          "*",
          "null",
          "{id}",
          "0x1F",
          "٣",
          "a,b",
          "00000000-0000-0000-0000-000000000000",
          "a".repeat(300));

  private final Random random;
  private final ValueGenerator generator;

  ValueMutator(Random random, ValueGenerator generator) {
    this.random = random;
    this.generator = generator;
  }

  String malformedBody() {
    return MALFORMED_BODIES.get(random.nextInt(MALFORMED_BODIES.size()));
  }

  /** An argument that most parameters must refuse. */
  String invalidArgument() {
    return INVALID_ARGUMENTS.get(random.nextInt(INVALID_ARGUMENTS.size()));
  }

  /** A copy with one invalid value, or without one member. */
  JsonNode withOneInvalidValue(JsonNode valid) {
    JsonNode copy = valid.deepCopy();
    List<Runnable> mutations = new ArrayList<>();
    collectMutations(copy, mutations);
    if (mutations.isEmpty()) {
      return invalid(copy);
    }
    mutations.get(random.nextInt(mutations.size())).run();
    return copy;
  }

  private void collectMutations(JsonNode node, List<Runnable> mutations) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        String name = member.getKey();
        mutations.add(
            random.nextInt(4) == 0
                ? () -> object.remove(name)
                : () -> object.set(name, invalid(object.get(name))));
        collectMutations(member.getValue(), mutations);
      }
    }
    if (node instanceof ArrayNode array) {
      mutations.add(() -> array.add(invalid(JSON.textNode("x"))));
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        mutations.add(() -> array.set(index, invalid(array.get(index))));
        collectMutations(array.get(i), mutations);
      }
    }
  }

  private JsonNode invalid(JsonNode valid) {
    return switch (random.nextInt(14)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.numberNode(-1);
      case 2 -> JSON.numberNode(Long.MAX_VALUE);
      case 3 -> JSON.numberNode(4_294_967_376L);
      case 4 -> JSON.numberNode(1.9);
      case 5 -> JSON.booleanNode(random.nextBoolean());
      case 6 -> JSON.textNode(generator.randomText(101 + random.nextInt(500)));
      case 7 -> JSON.textNode("");
      case 8 -> JSON.textNode("\u0000\u0007\ud83d");
      case 9 -> JSON.objectNode().put("type", "Port");
      case 10 -> JSON.arrayNode().add(valid);
      case 11 -> JSON.textNode(valid.toString());
      case 12 -> JSON.textNode(invalidArgument());
      default -> JSON.textNode(generator.id("nothing"));
    };
  }
}
