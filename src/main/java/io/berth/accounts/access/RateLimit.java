package io.berth.accounts.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Rate limit: one token bucket for each user, and one for each client address without a valid key.
 * Each node has its own buckets, so n nodes allow a user at most n times the limit. Every response
 * has {@code X-RateLimit-*} headers.
 */
@Provider
@ApplicationScoped
public class RateLimit implements ContainerResponseFilter {
  private static final int ANONYMOUS_RATE = 40;
  private static final int ANONYMOUS_BURST = 10;
  private static final String STATE = RateLimit.class.getName();

  private final Cache<Object, Bucket> buckets =
      Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(10)).maximumSize(100_000).build();

  @Inject
  @ConfigProperty(name = "berth.rate.limit")
  private int rate;

  private record State(int limit, ConsumptionProbe probe) {}

  /** Takes a token of the user; refuses the request with 429 if there is none. */
  public void count(ContainerRequestContext request, UUID userId) {
    consume(request, userId, rate, Math.max(1, rate / 2));
  }

  /** Takes a token of the client address; refuses the request with 429 if there is none. */
  public void countAnonymous(ContainerRequestContext request, String address) {
    consume(request, address, ANONYMOUS_RATE, ANONYMOUS_BURST);
  }

  private void consume(
      ContainerRequestContext request, Object bucketKey, int perMinute, int burst) {
    if (rate == 0) {
      return;
    }
    ConsumptionProbe probe =
        buckets.get(bucketKey, k -> bucket(perMinute, burst)).tryConsumeAndReturnRemaining(1);
    request.setProperty(STATE, new State(perMinute, probe));
    if (!probe.isConsumed()) {
      long wait = toSecondsRoundedUp(probe.getNanosToWaitForRefill());
      throw new Refusal(
          Reason.RATE_LIMITED,
          "The limit of "
              + perMinute
              + " requests per minute is reached. Try again in "
              + wait
              + " s.",
          "retry_after",
          wait);
    }
  }

  private static Bucket bucket(int perMinute, int burst) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(burst).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }

  /** Rounds up, so that a client that waits this long does not retry too early. */
  private static long toSecondsRoundedUp(long nanos) {
    return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
  }

  /** Sets the limit per minute, the remaining tokens, and the seconds until the bucket is full. */
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(STATE) instanceof State state) {
      ConsumptionProbe probe = state.probe();
      response.getHeaders().putSingle("X-RateLimit-Limit", state.limit());
      response.getHeaders().putSingle("X-RateLimit-Remaining", probe.getRemainingTokens());
      response
          .getHeaders()
          .putSingle("X-RateLimit-Reset", toSecondsRoundedUp(probe.getNanosToWaitForReset()));
    }
  }
}
