package io.berth.operations.metrics;

import io.berth.http.filters.InFlightRequests;
import io.berth.persistence.connections.ConnectionPool;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Registers the gauges: requests in flight, and the connection pool. */
@WebListener
public class GaugeRegistration implements ServletContextListener {
  private static final String POOL = "berth_db_connections_";

  @Inject private InFlightRequests inFlight;

  @Inject private MetricRegistry registry;

  @Inject
  @ConfigProperty(name = "berth.db.pool.max")
  private int maxConnections;

  @Override
  public void contextInitialized(ServletContextEvent start) {
    gauge(
        "berth_requests_in_flight",
        "Requests in flight, without health checks and metrics.",
        inFlight::count);
    gauge(POOL + "in_use", "Connections in use by transactions.", ConnectionPool::inUse);
    gauge(
        POOL + "free",
        "Connections that are open and not in use.",
        () -> Math.max(0, ConnectionPool.open() - ConnectionPool.inUse()));
    gauge(POOL + "waiting", "Transactions that wait for a connection.", ConnectionPool::waiting);
    gauge(POOL + "max", "Maximum number of connections in the pool.", () -> maxConnections);
  }

  private void gauge(String name, String description, Supplier<Integer> value) {
    registry.gauge(Metadata.builder().withName(name).withDescription(description).build(), value);
  }
}
