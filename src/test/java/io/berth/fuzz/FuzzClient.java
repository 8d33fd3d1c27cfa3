package io.berth.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.Fixture;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Sends valid, invalid and malformed requests to the operations of the OpenAPI document, on the
 * entities of one fixture.
 */
final class FuzzClient {
  private static final List<String> MEDIA_TYPES =
      List.of("text/plain", "application/xml", "*/*", "application/json;charset=utf-16", "x");

  private final Random random;
  private final Fixture fixture;
  private final ValueGenerator generator;
  private final ValueMutator mutator;

  FuzzClient(FuzzedApi api, Random random, Fixture fixture) {
    this.random = random;
    this.fixture = fixture;
    this.generator = new ValueGenerator(api, random, references(fixture));
    this.mutator = new ValueMutator(random, generator);
  }

  /** A request and its response; it prints as the request. */
  record Exchange(
      String method, String path, String body, List<String> headers, ApiResponse response) {
    @Override
    public String toString() {
      return method + " " + path + " " + headers + " " + body;
    }
  }

  private static Map<String, String> references(Fixture fixture) {
    Map<String, String> ids = new HashMap<>();
    for (String entity :
        List.of("organization", "network", "subnet", "host", "interface", "port", "service")) {
      ids.put(entity + "_id", fixture.id(entity));
    }
    ids.put("port_id", fixture.id("spare"));
    ids.put("binding_id", fixture.id("binding"));
    ids.put("key_id", fixture.id("key"));
    ids.put("other_host", fixture.network().host().id());
    ids.put("tag_id", fixture.id("tag"));
    ids.put("user_id", fixture.tenant().ownerId().toString());
    ids.put("entity_id", fixture.id("host"));
    return ids;
  }

  /** Sends a request that the document allows. */
  Exchange sendValid(FuzzedApi.OperationSpec operation) {
    JsonNode body =
        operation.body().isMissingNode() ? null : generator.value(operation.body(), "ids");
    return sendJson(operation, query(operation, false), body == null ? "" : body.toString());
  }

  /** Sends a request with one invalid value. */
  Exchange sendInvalid(FuzzedApi.OperationSpec operation) {
    if (operation.body().isMissingNode()) {
      return sendJson(operation, query(operation, true), "");
    }
    JsonNode body = mutator.withOneInvalidValue(generator.value(operation.body(), "ids"));
    return sendJson(operation, query(operation, random.nextInt(10) == 0), body.toString());
  }

  /** Sends a malformed body, path or header. */
  Exchange sendMalformed(FuzzedApi.OperationSpec operation) {
    List<String> headers = new ArrayList<>(List.of("Content-Type", "application/json"));
    if (random.nextBoolean()) {
      headers.set(1, MEDIA_TYPES.get(random.nextInt(MEDIA_TYPES.size())));
    }
    if (random.nextInt(4) == 0) {
      headers.addAll(List.of("Accept", MEDIA_TYPES.get(random.nextInt(MEDIA_TYPES.size()))));
    }
    String path =
        random.nextInt(3) == 0
            ? operation.path().replaceAll("\\{\\w+}", encoded(mutator.invalidArgument()))
            : path(operation);
    ApiClient client = random.nextInt(8) == 0 ? fixture.owner().with("scp_u_x") : fixture.owner();
    return send(
        client,
        operation.method(),
        path + query(operation, true),
        mutator.malformedBody(),
        headers);
  }

  private Exchange sendJson(FuzzedApi.OperationSpec operation, String query, String body) {
    List<String> headers = body.isEmpty() ? List.of() : List.of("Content-Type", "application/json");
    return send(fixture.owner(), operation.method(), path(operation) + query, body, headers);
  }

  private static Exchange send(
      ApiClient client, String method, String path, String body, List<String> headers) {
    BodyPublisher publisher =
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    try {
      ApiResponse response = client.overHttp1().send(method, path, publisher, headers);
      return new Exchange(method, path, body, headers, response);
    } catch (AssertionError undocumented) {
      throw new AssertionError(body + " sent with " + headers, undocumented);
    }
  }

  private String path(FuzzedApi.OperationSpec operation) {
    String path = operation.path();
    for (JsonNode parameter : operation.parametersIn("path").toList()) {
      String name = parameter.path("name").asText();
      String member = name.equals("other_host") ? name : entity(operation.path()) + "_id";
      String value = generator.value(parameter.path("schema"), member).asText();
      path = path.replace("{" + name + "}", encoded(value));
    }
    return path;
  }

  /** The entity that the id in a path identifies: {@code /api/v1/hosts/{id}} is a host's. */
  private static String entity(String path) {
    String entity = path.startsWith("/api/v1/") ? path.split("/")[3].replaceFirst("s$", "") : "";
    return entity.equals("auth") ? "key" : entity;
  }

  private String query(FuzzedApi.OperationSpec operation, boolean invalid) {
    return operation
        .parametersIn("query")
        .filter(parameter -> parameter.path("required").asBoolean() || random.nextInt(3) == 0)
        .map(
            parameter ->
                parameter.path("name").asText() + "=" + encoded(argument(parameter, invalid)))
        .collect(Collectors.joining("&", "?", ""));
  }

  private String argument(JsonNode parameter, boolean invalid) {
    if (invalid && random.nextInt(2) == 0) {
      return mutator.invalidArgument();
    }
    JsonNode value = generator.value(parameter.path("schema"), parameter.path("name").asText());
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false)
            .map(JsonNode::asText)
            .findFirst()
            .orElse("")
        : value.asText();
  }

  private static String encoded(String text) {
    return text.startsWith("%") ? text : URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
