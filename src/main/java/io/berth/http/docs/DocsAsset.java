package io.berth.http.docs;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** A file that the documentation page loads: Berth's own, or one of Swagger UI. */
record DocsAsset(String path, String type) {
  private static final String SWAGGER_UI =
      "/META-INF/resources/webjars/swagger-ui/"
          + ConfigProvider.getConfig().getValue("berth.swagger.ui.version", String.class)
          + "/";

  private static final String SCRIPT = "text/javascript;charset=UTF-8";

  private static final Map<String, DocsAsset> ALL =
      Map.of(
          "docs.js", new DocsAsset("docs.js", SCRIPT),
          "swagger-ui-bundle.js", new DocsAsset(SWAGGER_UI + "swagger-ui-bundle.js", SCRIPT),
          "swagger-ui.css", new DocsAsset(SWAGGER_UI + "swagger-ui.css", "text/css;charset=UTF-8"),
          "favicon-32x32.png", new DocsAsset(SWAGGER_UI + "favicon-32x32.png", "image/png"));

  static Optional<DocsAsset> find(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** The content of the file; the caller closes it. */
  InputStream content() {
    return DocsAsset.class.getResourceAsStream(path);
  }
}
