package io.berth.http.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts in place of a reference what it refers to, where published clients do not follow it:
 * parameters, and the schemas of scalars (a string, a number or a boolean, enumerations included)
 * in parameters and in bodies of requests. Other schemas stay components, because generators name
 * their types by them.
 */
final class ReferenceInliner {
  private static final String REFERENCE = "$ref";
  private static final Set<String> SCALARS =
      Set.of("string", "integer", "number", "boolean", "null");

  private final ObjectNode document;
  private final ObjectNode components;
  private final ObjectNode schemas;
  private final Set<String> visited = new HashSet<>();
  private final Set<String> inlined = new TreeSet<>();

  ReferenceInliner(ObjectNode document) {
    this.document = document;
    components = (ObjectNode) document.get("components");
    schemas = (ObjectNode) components.get("schemas");
  }

  /** Changes the document; components to which nothing refers afterwards are removed from it. */
  void inline() {
    for (JsonNode path : document.get("paths")) {
      for (JsonNode operation : path) {
        inlineParameters(operation.path("parameters"));
        inlineScalars(operation.path("requestBody"));
      }
    }
    components.remove("parameters");
    Set<String> referenced = new HashSet<>(document.findValuesAsText(REFERENCE));
    inlined.removeIf(name -> referenced.contains(reference("schemas", name)));
    schemas.remove(inlined);
  }

  private void inlineParameters(JsonNode parameters) {
    for (int i = 0; i < parameters.size(); i++) {
      String name = referred(parameters.get(i), "parameters");
      if (!name.isEmpty()) {
        ((ArrayNode) parameters).set(i, components.at("/parameters/" + name).deepCopy());
      }
      inlineScalars(parameters.get(i));
    }
  }

  private void inlineScalars(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        member.setValue(withoutScalars(member.getValue()));
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, withoutScalars(array.get(i)));
      }
    }
  }

  private JsonNode withoutScalars(JsonNode node) {
    String name = referred(node, "schemas");
    if (isScalar(schemas.path(name))) {
      inlined.add(name);
      return merged(schemas.get(name), node);
    }
    if (!name.isEmpty() && visited.add(name)) {
      inlineScalars(schemas.get(name));
    }
    inlineScalars(node);
    return node;
  }

  /** What stands beside a reference is said of this place, and goes before the component's own. */
  private static ObjectNode merged(JsonNode schema, JsonNode reference) {
    ObjectNode merged = schema.deepCopy();
    merged.setAll((ObjectNode) reference);
    merged.remove(REFERENCE);
    return merged;
  }

  private static boolean isScalar(JsonNode schema) {
    JsonNode type = schema.path("type");
    List<String> types =
        type.isArray()
            ? type.valueStream().map(JsonNode::asText).toList()
            : List.of(type.asText("object"));
    return SCALARS.containsAll(types);
  }

  /** The name of the component that a node refers to; empty if it refers to none of this kind. */
  private static String referred(JsonNode node, String kind) {
    String target = node.path(REFERENCE).asText();
    String prefix = reference(kind, "");
    return target.startsWith(prefix) ? target.substring(prefix.length()) : "";
  }

  private static String reference(String kind, String name) {
    return "#/components/" + kind + "/" + name;
  }
}
