package io.berth.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schemas of a document by their JSON pointers, in JSON Schema 2020-12. Formats are checked;
 * each schema is compiled once.
 */
final class Schemas {
  private static final String NAME = "urn:berth:openapi";

  private final SchemaRegistry registry;
  private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

  Schemas(JsonNode document) {
    registry =
        SchemaRegistry.withDialect(
            Dialects.getDraft202012(),
            builder ->
                builder
                    .schemas(Map.of(NAME, document.toString()))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  /** The schemas with every object closed: an undescribed member is an error. */
  static Schemas strict(JsonNode document) {
    JsonNode closed = document.deepCopy();
    close(closed.at("/components/schemas"));
    return new Schemas(closed);
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode schema
        && schema.path("properties").isObject()
        && schema.path("type").asText().equals("object")
        && !schema.has("additionalProperties")) {
      schema.put("additionalProperties", false);
    }
    node.forEach(Schemas::close);
  }

  /** Fails unless the JSON text is valid for the schema at this pointer. */
  void requireValid(String json, String pointer, String description) {
    assertThat(schema(pointer).validate(json, InputFormat.JSON))
        .as(() -> description + "\n" + json)
        .isEmpty();
  }

  boolean isValid(String json, String pointer) {
    return schema(pointer).validate(json, InputFormat.JSON).isEmpty();
  }

  private Schema schema(String pointer) {
    return compiled.computeIfAbsent(
        pointer, p -> registry.getSchema(SchemaLocation.of(NAME + "#" + p)));
  }
}
