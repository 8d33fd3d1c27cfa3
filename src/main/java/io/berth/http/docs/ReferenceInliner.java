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
 * Replaces references by their targets where published clients do not resolve them: parameters, and
 * the schemas of scalars (strings, numbers, booleans and enumerations) in parameters and in request
 * bodies. Other schemas stay components, because generators derive type names from them.
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

  /** Changes the document in place, and removes components that have no references left. */
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
      String name = referencedName(parameters.get(i), "parameters");
      if (!name.isEmpty()) {
        ((ArrayNode) parameters).set(i, components.at("/parameters/" + name).deepCopy());
      }
      inlineScalars(parameters.get(i));
    }
  }

  private void inlineScalars(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        member.setValue(inlineScalar(member.getValue()));
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, inlineScalar(array.get(i)));
      }
    }
  }

  private JsonNode inlineScalar(JsonNode node) {
    String name = referencedName(node, "schemas");
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

  /** The members beside the reference override the members of the component. */
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

  /** The name of the referenced component of this kind, or an empty string. */
  private static String referencedName(JsonNode node, String kind) {
    String target = node.path(REFERENCE).asText();
    String prefix = reference(kind, "");
    return target.startsWith(prefix) ? target.substring(prefix.length()) : "";
  }

  private static String reference(String kind, String name) {
    return "#/components/" + kind + "/" + name;
  }
}
