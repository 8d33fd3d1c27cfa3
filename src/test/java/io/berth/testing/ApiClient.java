package io.berth.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/**
 * An HTTP client of the API with one key. Bodies are JSON text, or objects that are serialized to
 * JSON. Each response is validated against the OpenAPI document.
 */
public final class ApiClient {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final HttpClient HTTP_1 =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The server sent no response, or not a complete one. */
  public static final class NoResponseException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    NoResponseException(IOException failure) {
      super(failure);
    }
  }

  private final URI server;
  private final String key;
  private final HttpClient http;

  ApiClient(URI server, String key) {
    this(server, key, HTTP);
  }

  private ApiClient(URI server, String key, HttpClient http) {
    this.server = server;
    this.key = key;
    this.http = http;
  }

  /**
   * The same client over HTTP/1.1, with one request at a time on a connection: for requests after
   * which the server closes its HTTP/2 connection.
   */
  public ApiClient overHttp1() {
    return new ApiClient(server, key, HTTP_1);
  }

  public ApiClient with(String otherKey) {
    return new ApiClient(server, otherKey, http);
  }

  /** The same key, at another node. */
  public ApiClient at(BerthProcess node) {
    return node.client(key);
  }

  public String key() {
    return key;
  }

  public URI server() {
    return server;
  }

  /** GET; a path without {@code /api} is relative to {@code /api/v1}. */
  public ApiResponse get(String path) {
    return send("GET", path, BodyPublishers.noBody(), List.of());
  }

  public ApiResponse delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody(), List.of());
  }

  public ApiResponse post(String path, Object body) {
    return send("POST", path, json(body), List.of("Content-Type", "application/json"));
  }

  public ApiResponse put(String path, Object body) {
    return send("PUT", path, json(body), List.of("Content-Type", "application/json"));
  }

  /** Sends any request; headers are given as name, value, name, value … */
  public ApiResponse send(String method, String path, BodyPublisher body, List<String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path.startsWith("/api") ? path : "/api/v1" + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body);
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    return send(request.build());
  }

  private ApiResponse send(HttpRequest request) {
    try {
      HttpResponse<String> received = http.send(request, BodyHandlers.ofString());
      ApiResponse response =
          new ApiResponse(received.statusCode(), received.headers(), received.body());
      OpenApi.check(request, response);
      return response;
    } catch (IOException failure) {
      throw new NoResponseException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static BodyPublisher json(Object body) {
    try {
      return BodyPublishers.ofString(
          body instanceof String text ? text : JSON.writeValueAsString(body));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
