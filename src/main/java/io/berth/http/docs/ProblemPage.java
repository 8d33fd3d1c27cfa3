package io.berth.http.docs;

import io.berth.http.errors.ProblemType;
import io.berth.http.filters.SecurityHeadersFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The page that explains error codes. It contains only Berth's own texts, and no data of a request.
 */
final class ProblemPage {
  private static final String STYLE =
      "body{max-width:46em;margin:2em auto;padding:0 1em;font:1rem/1.5 system-ui,sans-serif}"
          + "code{font-size:1.1em}dt{font-weight:bold}";

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="UTF-8">
      <meta name="viewport" content="width=device-width">
      <title>Berth: problems</title>
      <style>%s</style>
      </head>
      <body>
      %s<p><a href="/api/problems">All problems</a></p>
      </body>
      </html>
      """;

  private static final String SECTION =
      """
      <h2>%s</h2>
      <dl>
      <dt>Code</dt><dd><a href="/api/problems/%2$s"><code>%2$s</code></a></dd>
      <dt>Status</dt><dd>%3$s</dd>
      <dt>What it means</dt><dd>%4$s</dd>
      <dt>Parameters</dt><dd>%5$s</dd>
      <dt>What to do</dt><dd>%6$s</dd>
      </dl>
      """;

  private ProblemPage() {}

  static String of(List<ProblemType> problems) {
    return PAGE.formatted(
        STYLE, problems.stream().map(ProblemPage::section).collect(Collectors.joining()));
  }

  private static String section(ProblemType problem) {
    return SECTION.formatted(
        escape(problem.title()),
        problem.code(),
        problem.statuses().stream().map(String::valueOf).collect(Collectors.joining(", ")),
        escape(problem.meaning()),
        escape(problem.params()),
        escape(problem.remedy()));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  /** Allows in the Content-Security-Policy only the style of this page. */
  static void allow(HttpServletResponse response) {
    SecurityHeadersFilter.allow(response, "style-src 'sha256-" + hash(STYLE) + "'");
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
