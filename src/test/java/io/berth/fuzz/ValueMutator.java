package io.berth.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes good values bad: in one place, or altogether. */
final class ValueMutator {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final List<String> ABSURD =
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

  private static final List<String> WORDS =
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
  private final ValueGenerator maker;

  ValueMutator(Random random, ValueGenerator maker) {
    this.random = random;
    this.maker = maker;
  }

  /** A body that nobody would send. */
  String absurdBody() {
    return ABSURD.get(random.nextInt(ABSURD.size()));
  }

  /** A word that no parameter is meant to have. */
  String absurdWord() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  /** The same with one value of it spoilt. */
  JsonNode spoilt(JsonNode good) {
    JsonNode copy = good.deepCopy();
    List<Runnable> places = new ArrayList<>();
    gather(copy, places);
    if (places.isEmpty()) {
      return bad(copy);
    }
    places.get(random.nextInt(places.size())).run();
    return copy;
  }

  private void gather(JsonNode node, List<Runnable> places) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        String name = member.getKey();
        places.add(
            random.nextInt(4) == 0
                ? () -> object.remove(name)
                : () -> object.set(name, bad(object.get(name))));
        gather(member.getValue(), places);
      }
    }
    if (node instanceof ArrayNode array) {
      places.add(() -> array.add(bad(JSON.textNode("x"))));
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        places.add(() -> array.set(index, bad(array.get(index))));
        gather(array.get(i), places);
      }
    }
  }

  private JsonNode bad(JsonNode good) {
    return switch (random.nextInt(14)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.numberNode(-1);
      case 2 -> JSON.numberNode(Long.MAX_VALUE);
      case 3 -> JSON.numberNode(4_294_967_376L);
      case 4 -> JSON.numberNode(1.9);
      case 5 -> JSON.booleanNode(random.nextBoolean());
      case 6 -> JSON.textNode(maker.letters(101 + random.nextInt(500)));
      case 7 -> JSON.textNode("");
      case 8 -> JSON.textNode("\u0000\u0007\ud83d");
      case 9 -> JSON.objectNode().put("type", "Port");
      case 10 -> JSON.arrayNode().add(good);
      case 11 -> JSON.textNode(good.toString());
      case 12 -> JSON.textNode(absurdWord());
      default -> JSON.textNode(maker.id("nothing"));
    };
  }
}
