package io.berth.bench;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** An HTTP/1.1 client of Berth with persistent connections and one key. */
final class BenchmarkClient implements AutoCloseable {
  private static final int OK = 200;
  private static final int TIMEOUT_SECONDS = 60;

  /** The response is not 200. */
  static final class UnexpectedStatusException extends IOException {
    private static final long serialVersionUID = 1;

    UnexpectedStatusException(int status, String body) {
      super("status " + status + ": " + body);
    }
  }

  private final URI api;
  private final String key;
  private final CloseableHttpClient client;

  private BenchmarkClient(URI api, String key, CloseableHttpClient client) {
    this.api = api;
    this.key = key;
    this.client = client;
  }

  /** The same connections with the Owner's key. */
  BenchmarkClient as(BenchmarkOwner owner) {
    return new BenchmarkClient(api, owner.key(), client);
  }

  /** Keeps at most this number of connections to the port. It never retries a request. */
  static BenchmarkClient to(int port, int connections) {
    CloseableHttpClient client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(connections)
                    .setMaxConnTotal(connections)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                            .setSocketTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                    .build())
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .build();
    return new BenchmarkClient(URI.create("http://127.0.0.1:" + port + "/api/v1"), "", client);
  }

  HttpUriRequestBase request(String method, String path, String body) {
    HttpUriRequestBase request = new HttpUriRequestBase(method, URI.create(api + path));
    request.setHeader("Authorization", "Bearer " + key);
    if (body != null) {
      request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
    }
    return request;
  }

  /** Sends a request and reads the whole response; throws if the response is not 200. */
  void send(String method, String path, String body) throws IOException {
    send(
        request(method, path, body),
        response -> {
          byte[] content = EntityUtils.toByteArray(response.getEntity());
          if (response.getCode() != OK) {
            throw new UnexpectedStatusException(
                response.getCode(), new String(content, ContentType.APPLICATION_JSON.getCharset()));
          }
          return null;
        });
  }

  <T> T send(HttpUriRequestBase request, HttpClientResponseHandler<T> reader) throws IOException {
    return client.execute(request, reader);
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
