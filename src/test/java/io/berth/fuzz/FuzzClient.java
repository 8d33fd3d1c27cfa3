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

/** Asks for operations of the document, well and badly, in an estate of its own. */
final class FuzzClient {
  private static final List<String> MEDIA_TYPES =
      List.of("text/plain", "application/xml", "*/*", "application/json;charset=utf-16", "x");

  private final Random random;
  private final Fixture estate;
  private final ValueGenerator maker;
  private final ValueMutator spoiler;

  FuzzClient(FuzzedApi api, Random random, Fixture estate) {
    this.random = random;
    this.estate = estate;
    this.maker = new ValueGenerator(api, random, references(estate));
    this.spoiler = new ValueMutator(random, maker);
  }

  /** A request and what came back; it prints as the request. */
  record Asked(String method, String path, String body, List<String> headers, ApiResponse answer) {
    @Override
    public String toString() {
      return method + " " + path + " " + headers + " " + body;
    }
  }

  private static Map<String, String> references(Fixture estate) {
    Map<String, String> ids = new HashMap<>();
    for (String thing :
        List.of("organization", "network", "subnet", "host", "interface", "port", "service")) {
      ids.put(thing + "_id", estate.id(thing));
    }
    ids.put("port_id", estate.id("spare"));
    ids.put("binding_id", estate.id("binding"));
    ids.put("key_id", estate.id("key"));
    ids.put("other_host", estate.network().host().id());
    ids.put("tag_id", estate.id("tag"));
    ids.put("user_id", estate.tenant().ownerId().toString());
    ids.put("entity_id", estate.id("host"));
    return ids;
  }

  /** Asks as the document allows. */
  Asked well(FuzzedApi.Described operation) {
    JsonNode body = operation.body().isMissingNode() ? null : maker.value(operation.body(), "ids");
    return ask(operation, query(operation, false), body == null ? "" : body.toString());
  }

  /** Asks with one thing of it spoilt. */
  Asked badly(FuzzedApi.Described operation) {
    if (operation.body().isMissingNode()) {
      return ask(operation, query(operation, true), "");
    }
    JsonNode body = spoiler.spoilt(maker.value(operation.body(), "ids"));
    return ask(operation, query(operation, random.nextInt(10) == 0), body.toString());
  }

  /** Asks as nobody would. */
  Asked absurdly(FuzzedApi.Described operation) {
    List<String> headers = new ArrayList<>(List.of("Content-Type", "application/json"));
    if (random.nextBoolean()) {
      headers.set(1, MEDIA_TYPES.get(random.nextInt(MEDIA_TYPES.size())));
    }
    if (random.nextInt(4) == 0) {
      headers.addAll(List.of("Accept", MEDIA_TYPES.get(random.nextInt(MEDIA_TYPES.size()))));
    }
    String path =
        random.nextInt(3) == 0
            ? operation.path().replaceAll("\\{\\w+}", encoded(spoiler.absurdWord()))
            : path(operation);
    ApiClient who = random.nextInt(8) == 0 ? estate.owner().with("scp_u_x") : estate.owner();
    return send(
        who, operation.method(), path + query(operation, true), spoiler.absurdBody(), headers);
  }

  private Asked ask(FuzzedApi.Described operation, String query, String body) {
    List<String> headers = body.isEmpty() ? List.of() : List.of("Content-Type", "application/json");
    return send(estate.owner(), operation.method(), path(operation) + query, body, headers);
  }

  private static Asked send(
      ApiClient client, String method, String path, String body, List<String> headers) {
    BodyPublisher sent = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    try {
      ApiResponse answer = client.overHttp1().send(method, path, sent, headers);
      return new Asked(method, path, body, headers, answer);
    } catch (AssertionError notPromised) {
      throw new AssertionError(body + " sent with " + headers, notPromised);
    }
  }

  private String path(FuzzedApi.Described operation) {
    String path = operation.path();
    for (JsonNode parameter : operation.parametersIn("path").toList()) {
      String name = parameter.path("name").asText();
      String member = name.equals("other_host") ? name : thing(operation.path()) + "_id";
      String value = maker.value(parameter.path("schema"), member).asText();
      path = path.replace("{" + name + "}", encoded(value));
    }
    return path;
  }

  /** What the id in a path is that of: {@code /api/v1/hosts/{id}} is a host's. */
  private static String thing(String path) {
    String thing = path.startsWith("/api/v1/") ? path.split("/")[3].replaceFirst("s$", "") : "";
    return thing.equals("auth") ? "key" : thing;
  }

  private String query(FuzzedApi.Described operation, boolean spoil) {
    return operation
        .parametersIn("query")
        .filter(p -> p.path("required").asBoolean() || random.nextInt(3) == 0)
        .map(p -> p.path("name").asText() + "=" + encoded(argument(p, spoil)))
        .collect(Collectors.joining("&", "?", ""));
  }

  private String argument(JsonNode parameter, boolean spoil) {
    if (spoil && random.nextInt(2) == 0) {
      return spoiler.absurdWord();
    }
    JsonNode value = maker.value(parameter.path("schema"), parameter.path("name").asText());
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
