package io.berth.http.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The OpenAPI document, created once at start and kept in its serialized form. */
@ApplicationScoped
public class OpenApiDocument {
  private static final String SOURCE = "api.yaml";

  @Inject
  @ConfigProperty(name = "berth.server.version")
  private String serverVersion;

  private byte[] json;

  @PostConstruct
  void create() {
    try {
      json = new ObjectMapper().writeValueAsBytes(completed(serverVersion));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The document as JSON in UTF-8. */
  public byte[] json() {
    return json.clone();
  }

  /**
   * The document in {@code api.yaml} with the generated parts added; {@code info.version} is the
   * API version.
   */
  public static ObjectNode completed(String serverVersion) throws IOException {
    ObjectNode document = read();
    ((ObjectNode) document.get("info")).put("version", serverVersion);
    ResponseSchemas responses = new ResponseSchemas((ObjectNode) document.get("components"));
    responses.completeFailures();
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (JsonNode operation : path.getValue()) {
        new OperationObject(path.getKey(), (ObjectNode) operation).complete(responses);
      }
    }
    new ReferenceInliner(document).inline();
    return document;
  }

  private static ObjectNode read() throws IOException {
    try (InputStream source = OpenApiDocument.class.getResourceAsStream(SOURCE)) {
      return (ObjectNode) new YAMLMapper().readTree(source);
    }
  }
}
