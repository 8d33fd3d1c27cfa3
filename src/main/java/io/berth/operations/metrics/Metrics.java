package io.berth.operations.metrics;

import io.berth.http.errors.ErrorEnvelope;
import io.berth.persistence.errors.DatabaseFailure;
import io.berth.persistence.errors.LockContention;
import io.berth.persistence.errors.SqlErrorKind;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/**
 * Berth's counters and timers. A meter is looked up in the registry once for each label and then
 * cached.
 */
@ApplicationScoped
public class Metrics {
  private static final Metadata REQUESTS =
      Metadata.builder()
          .withName("berth_requests")
          .withDescription("Requests by method and response status, without health checks.")
          .build();

  private static final Metadata READS =
      durationMetadata(
          "berth_read_duration", "Duration of GET and HEAD requests, to the end of the response.");

  private static final Metadata WRITES =
      durationMetadata("berth_write_duration", "Duration of all other requests.");

  private static final Metadata REFUSALS =
      Metadata.builder()
          .withName("berth_refusals")
          .withDescription("Error responses by code.")
          .build();

  private static final Metadata CONTENDED =
      Metadata.builder()
          .withName("berth_contended_transactions")
          .withDescription(
              "Transactions rolled back by a deadlock or a lock timeout. Each is retried up to"
                  + " seven times, for 40 s; then the response is 503.")
          .build();

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private static final Metadata FAILURES =
      Metadata.builder()
          .withName("berth_db_failures")
          .withDescription(
              "Database failures by kind: failed transactions, and failed checks of the monitor,"
                  + " which checks twice a second.")
          .build();

  private record Outcome(String method, int status) {}

  private final ConcurrentMap<Outcome, Counter> requests = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Counter> refusals = new ConcurrentHashMap<>();

  @Inject private MetricRegistry registry;
  private Timer reads;
  private Timer writes;
  private Counter contended;
  private final Map<SqlErrorKind, Counter> failures = new EnumMap<>(SqlErrorKind.class);

  private static Metadata durationMetadata(String name, String description) {
    return Metadata.builder()
        .withName(name)
        .withDescription(description)
        .withUnit(MetricUnits.SECONDS)
        .build();
  }

  private static Tag kindTag(SqlErrorKind kind) {
    return new Tag("kind", kind.name().toLowerCase(Locale.ROOT));
  }

  @PostConstruct
  void register() {
    contended = registry.counter(CONTENDED);
    Arrays.stream(SqlErrorKind.values())
        .filter(SqlErrorKind::isFailureOfDatabase)
        .forEach(kind -> failures.put(kind, registry.counter(FAILURES, kindTag(kind))));
    reads = registry.timer(READS);
    writes = registry.timer(WRITES);
  }

  /**
   * Registers the counter of every code at the start: an alert rule needs the series before its
   * first increment.
   */
  void registerRefusalCounters(@Observes @Initialized(ApplicationScoped.class) Object start) {
    ErrorEnvelope.codes().forEach(this::refusalCounter);
  }

  void countRequest(String method, int status) {
    requests
        .computeIfAbsent(
            new Outcome(methodLabel(method), status),
            outcome ->
                registry.counter(
                    REQUESTS,
                    new Tag("method", outcome.method()),
                    new Tag("status", String.valueOf(outcome.status()))))
        .inc();
  }

  void recordDuration(String method, Duration duration) {
    (method.equals("GET") || method.equals("HEAD") ? reads : writes).update(duration);
  }

  void countRefusal(String code) {
    refusalCounter(code).inc();
  }

  private Counter refusalCounter(String code) {
    return refusals.computeIfAbsent(
        code, name -> registry.counter(REFUSALS, new Tag("code", name)));
  }

  void onDatabaseFailure(@Observes DatabaseFailure failure) {
    failures.get(failure.kind()).inc();
  }

  void onLockContention(@Observes LockContention contention) {
    contended.inc();
  }

  /**
   * Maps unknown methods to one label, because a client can send any method and each would become a
   * series.
   */
  private static String methodLabel(String method) {
    return METHODS.contains(method) ? method : "other";
  }
}
